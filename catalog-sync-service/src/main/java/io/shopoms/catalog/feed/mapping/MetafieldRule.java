package io.shopoms.catalog.feed.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.MetafieldTypes;
import java.util.Optional;

/** Which value of a row becomes which metafield; the value must be one of the type. */
public record MetafieldRule(SourcePath source, String namespace, String key, String type) {

    /** Empty if the row says nothing of it. */
    Optional<Metafield> of(FeedRow row, Optional<DecimalForm> form) throws UnusableRow {
        Optional<JsonNode> node = source.find(row.content());
        if (node.isEmpty() || node.get().isValueNode() && node.get().asText().isBlank()) {
            return Optional.empty();
        }
        String value = text(node.get(), form);
        Optional<String> expected = MetafieldTypes.expectedInstead(type, value);
        if (expected.isPresent()) {
            throw new UnusableRow(
                    UnusableRow.shown(value) + " is no value of the type " + type + ", which is " + expected.get());
        }
        return Optional.of(new Metafield(namespace, key, type, value));
    }

    private String text(JsonNode node, Optional<DecimalForm> form) throws UnusableRow {
        if (node.isContainerNode()) {
            return node.toString();
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros().toPlainString();
        }
        if (type.equals("number_decimal") || type.equals("number_integer")) {
            return Amounts.number(SourceValue.text(node.asText()), form)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return node.asText();
    }

    String name() {
        return "metafield " + namespace + "." + key;
    }
}

package io.shopoms.catalog.feed.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.product.WeightUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How one target is filled from a row.
 *
 * @param sources where its value stands; several are joined
 * @param constant a value that no row decides
 * @param fallback what holds where the row says nothing
 * @param separator between joined values
 * @param split what separates the values of a list within one text
 * @param values which value stands for which; one that is not among them is refused
 * @param decimal how its numbers are written; else as the feed declares
 * @param unit of weights that name none
 */
public record FieldRule(
        List<SourcePath> sources,
        Optional<String> constant,
        Optional<String> fallback,
        String separator,
        Optional<String> split,
        Map<String, String> values,
        Optional<DecimalForm> decimal,
        Optional<WeightUnit> unit) {

    public FieldRule {
        sources = List.copyOf(sources);
        values = Map.copyOf(values);
    }

    /** The value stands at one place, as it is. */
    public static FieldRule at(SourcePath source) {
        return new FieldRule(
                List.of(source),
                Optional.empty(),
                Optional.empty(),
                " ",
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The one value; empty if the row says nothing, a blank text if it says that there is none. */
    Optional<SourceValue> one(FeedRow.Part part) throws UnusableRow {
        List<SourceValue> found = list(part);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        if (sources.size() < 2) {
            throw new UnusableRow("is a list of " + found.size() + "; name one of it, such as "
                    + sources.get(0).text() + "[0]");
        }
        return Optional.of(SourceValue.text(String.join(
                separator,
                found.stream()
                        .map(SourceValue::text)
                        .filter(text -> !text.isBlank())
                        .toList())));
    }

    /** All values; none if the row says nothing. */
    List<SourceValue> list(FeedRow.Part part) throws UnusableRow {
        List<SourceValue> found = new ArrayList<>();
        if (constant.isPresent()) {
            found.add(SourceValue.text(constant.get()));
        }
        for (SourcePath source : sources) {
            Optional<JsonNode> node = source.find(source.fromRow() ? part.row() : part.variant());
            if (node.isPresent()) {
                add(node.get(), found);
            }
        }
        boolean saysSomething = found.stream().anyMatch(value -> !value.isBlank());
        if (!saysSomething && fallback.isPresent()) {
            return List.of(SourceValue.text(fallback.get()));
        }
        return values.isEmpty() || !saysSomething ? found : translated(found);
    }

    private void add(JsonNode node, List<SourceValue> to) throws UnusableRow {
        if (node.isArray()) {
            for (JsonNode element : node) {
                add(element, to);
            }
            return;
        }
        JsonNode value = node.isObject() && node.has("#text") ? node.get("#text") : node;
        if (value.isObject()) {
            throw new UnusableRow("is not a value but has members: " + fieldNames(value));
        }
        if (!value.isNull()) {
            split(value, to);
        }
    }

    private void split(JsonNode value, List<SourceValue> to) {
        if (value.isNumber()) {
            to.add(new SourceValue(value.decimalValue().toPlainString(), true));
        } else if (split.isEmpty()) {
            to.add(SourceValue.text(value.asText()));
        } else {
            for (String part : value.asText().split(Pattern.quote(split.get()), -1)) {
                to.add(SourceValue.text(part.strip()));
            }
        }
    }

    private List<SourceValue> translated(List<SourceValue> found) throws UnusableRow {
        List<SourceValue> translated = new ArrayList<>();
        for (SourceValue value : found) {
            String other = values.get(value.text().strip());
            if (other == null) {
                throw new UnusableRow(UnusableRow.shown(value.text()) + " is none of the values that its map names");
            }
            translated.add(SourceValue.text(other));
        }
        return translated;
    }

    private static List<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names.size() <= 5 ? names : names.subList(0, 5);
    }
}

package io.shopoms.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;

/** Compares values of metafields: Shopify keeps numbers and JSON in a spelling of its own. */
public final class MetafieldValues {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Set<String> SPELLED_BY_SHOPIFY = Set.of(
            "number_decimal",
            "number_integer",
            "dimension",
            "volume",
            "weight",
            "rating",
            "money",
            "json",
            "rich_text_field");

    private MetafieldValues() {}

    /** Whether both are the same field with the same value. */
    public static boolean isSame(Metafield one, Metafield other) {
        if (one.equals(other)) {
            return true;
        }
        boolean respelled =
                SPELLED_BY_SHOPIFY.contains(one.type()) || one.type().startsWith("list.");
        return respelled
                && one.name().equals(other.name())
                && one.type().equals(other.type())
                && isSame(one.value(), other.value());
    }

    private static boolean isSame(String one, String other) {
        try {
            return JSON.readTree(one).equals(MetafieldValues::compare, JSON.readTree(other));
        } catch (JsonProcessingException e) {
            // One of them is no value of its type: they are not the same, and Shopify says what is wrong.
            return false;
        }
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}

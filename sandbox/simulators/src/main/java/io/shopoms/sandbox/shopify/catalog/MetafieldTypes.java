package io.shopoms.sandbox.shopify.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The types of metafields and what their values look like. All values are text. */
final class MetafieldTypes {

    private static final Predicate<String> TEXT = value -> true;
    private static final Predicate<String> JSON = value -> json(value).isPresent();

    private static final Map<String, Predicate<String>> SINGLE = Map.ofEntries(
            Map.entry("single_line_text_field", value -> !value.contains("\n")),
            Map.entry("multi_line_text_field", TEXT),
            Map.entry("number_integer", value -> value.matches("-?\\d{1,16}")),
            Map.entry("number_decimal", value -> value.matches("-?\\d{1,13}(\\.\\d{1,9})?")),
            Map.entry("boolean", value -> value.equals("true") || value.equals("false")),
            Map.entry("date", value -> parses(value, LocalDate::parse)),
            Map.entry("date_time", MetafieldTypes::dateTime),
            Map.entry("json", JSON),
            Map.entry("color", value -> value.matches("#[0-9a-fA-F]{6}")),
            Map.entry("url", value -> value.matches("(https?|mailto|sms|tel)://?\\S+|(mailto|sms|tel):\\S+")),
            Map.entry("id", value -> !value.isBlank() && !value.contains("\n")),
            Map.entry("money", value -> has(value, "amount", "currency_code")),
            Map.entry("link", value -> has(value, "text", "url")),
            Map.entry("weight", value -> has(value, "value", "unit")),
            Map.entry("volume", value -> has(value, "value", "unit")),
            Map.entry("dimension", value -> has(value, "value", "unit")),
            Map.entry("rating", value -> has(value, "value", "scale_min", "scale_max")),
            Map.entry("rich_text_field", value -> has(value, "type", "children")),
            Map.entry("product_reference", value -> reference(value, "Product")),
            Map.entry("variant_reference", value -> reference(value, "ProductVariant")),
            Map.entry("collection_reference", value -> reference(value, "Collection")),
            Map.entry("metaobject_reference", value -> reference(value, "Metaobject")),
            Map.entry("page_reference", value -> reference(value, "(OnlineStore)?Page")),
            Map.entry("file_reference", value -> reference(value, "(MediaImage|GenericFile|Video)")));

    private static final Set<String> NEVER_IN_LISTS =
            Set.of("boolean", "json", "money", "multi_line_text_field", "rich_text_field", "id");

    private static final int LONGEST_LIST = 128;

    private MetafieldTypes() {}

    static boolean exists(String type) {
        return type.startsWith("list.")
                ? SINGLE.containsKey(type.substring(5)) && !NEVER_IN_LISTS.contains(type.substring(5))
                : SINGLE.containsKey(type);
    }

    /**
     * What is wrong with a value.
     *
     * @param elementIndex which entry of a list it is about; null for the whole value
     */
    record Problem(String code, String message, Integer elementIndex) {}

    /** What is wrong with a value of a type that exists; empty if nothing is. */
    static Optional<Problem> problem(String type, String value) {
        if (value == null || value.isBlank()) {
            return Optional.of(new Problem("BLANK", "can't be blank", null));
        }
        if (type.startsWith("list.")) {
            return listProblem(type.substring(5), value);
        }
        return SINGLE.get(type).test(value)
                ? Optional.empty()
                : Optional.of(new Problem("INVALID_VALUE", message(type), null));
    }

    private static Optional<Problem> listProblem(String type, String value) {
        JsonNode list = json(value).orElse(null);
        if (list == null || !list.isArray()) {
            return Optional.of(new Problem("INVALID_VALUE", "must be an array.", null));
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode each = list.get(i);
            if (!SINGLE.get(type).test(each.isTextual() ? each.textValue() : each.toString())) {
                return Optional.of(new Problem("INVALID_VALUE", message(type), i));
            }
        }
        return list.size() > LONGEST_LIST
                ? Optional.of(new Problem("INVALID_VALUE", "must have at most " + LONGEST_LIST + " entries.", null))
                : Optional.empty();
    }

    private static String message(String type) {
        return switch (type) {
            case "number_integer" -> "must be an integer.";
            case "number_decimal" -> "must be a decimal.";
            case "boolean" -> "must be true or false.";
            case "date" -> "must be in \"YYYY-MM-DD\" format.";
            case "date_time" -> "must be in “YYYY-MM-DDTHH:MM:SS” format.";
            case "json" -> "is invalid JSON.";
            case "color" -> "must be a hex code in the format #RRGGBB.";
            case "url" -> "must be a valid URL.";
            case "single_line_text_field" -> "must be a single line text string.";
            default -> "is invalid for the type " + type + ".";
        };
    }

    static Optional<JsonNode> json(String value) {
        try {
            return Optional.ofNullable(Json.MAPPER.readTree(value)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private interface Parser {
        Object parse(String value);
    }

    private static boolean parses(String value, Parser parser) {
        try {
            return parser.parse(value) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean dateTime(String value) {
        return parses(value, LocalDateTime::parse) || parses(value, OffsetDateTime::parse);
    }

    private static boolean has(String value, String... fields) {
        JsonNode node = json(value).orElse(null);
        if (node == null || !node.isObject()) {
            return false;
        }
        for (String field : fields) {
            if (!node.hasNonNull(field)) {
                return false;
            }
        }
        return true;
    }

    private static boolean reference(String value, String type) {
        return value.matches("gid://shopify/" + type + "/\\d+");
    }
}

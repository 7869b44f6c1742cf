package io.shopoms.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Shopify's types of metafields, and whether a text is a value of one. Shopify refuses a whole product for one value of
 * the wrong form; so it is named before.
 *
 * <p>The table follows Shopify's documentation of metafield types; a {@code list.} of a type is a JSON array of its values.
 */
public final class MetafieldTypes {

    private static final int SINGLE_LINE = 5_000;
    private static final int LONG_TEXT = 65_535;
    private static final int LONG_JSON = 2_000_000;
    private static final int MOST_OF_A_LIST = 128;
    private static final int NESTING = 50;
    private static final BigDecimal LARGEST_DECIMAL = new BigDecimal("9999999999999.999999999");
    private static final BigDecimal LARGEST_INTEGER = new BigDecimal("9007199254740991");

    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final Pattern GID = Pattern.compile("gid://shopify/[A-Za-z]+/[A-Za-z0-9/_.-]+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,13}(\\.\\d{1,9})?");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,16}");
    private static final Set<String> WEB = Set.of("http", "https", "mailto", "sms", "tel");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Map<String, Type> SCALARS = new TreeMap<>();
    private static final Set<String> NOT_IN_LISTS =
            Set.of("boolean", "json", "money", "multi_line_text_field", "rich_text_field");

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(NESTING).build());
        add("single_line_text_field", "one line of text", MetafieldTypes::isLine);
        add("multi_line_text_field", "a text", text -> text.length() <= LONG_TEXT);
        add("id", "one line of text", MetafieldTypes::isLine);
        add("number_integer", "a whole number such as 12", text -> number(text, INTEGER, LARGEST_INTEGER));
        add("number_decimal", "a number such as 12.5", text -> number(text, DECIMAL, LARGEST_DECIMAL));
        add("boolean", "true or false", Set.of("true", "false")::contains);
        add("date", "a date such as 2026-11-20", text -> parses(() -> LocalDate.parse(text)));
        add("date_time", "a time such as 2026-11-20T12:00:00Z", MetafieldTypes::isDateTime);
        add("url", "an address such as https://example.com/", MetafieldTypes::isUrl);
        add("color", "a colour such as #FFAA00", text -> COLOR.matcher(text).matches());
        add("json", "JSON", text -> text.length() <= LONG_JSON && tree(text).isPresent());
        add("rich_text_field", "Shopify's JSON of a rich text, with a root", MetafieldTypes::isRichText);
        add("weight", measured("kg"), text -> isMeasurement(text, Set.of("oz", "lb", "g", "kg")));
        add("dimension", measured("cm"), text -> isMeasurement(text, Set.of("in", "ft", "yd", "mm", "cm", "m")));
        add(
                "volume",
                measured("ml"),
                text -> isMeasurement(
                        text,
                        Set.of(
                                "ml",
                                "cl",
                                "l",
                                "m3",
                                "us_fl_oz",
                                "us_pt",
                                "us_qt",
                                "us_gal",
                                "imp_fl_oz",
                                "imp_pt",
                                "imp_qt",
                                "imp_gal")));
        add(
                "rating",
                "JSON such as {\"value\":\"3.5\",\"scale_min\":\"1.0\",\"scale_max\":\"5.0\"}",
                text -> has(text, "value", "scale_min", "scale_max"));
        add(
                "money",
                "JSON such as {\"amount\":\"5.99\",\"currency_code\":\"EUR\"}",
                text -> has(text, "amount", "currency_code"));
        add("link", "JSON such as {\"text\":\"More\",\"url\":\"https://example.com/\"}", text -> has(text, "url"));
        for (String target : Set.of(
                "article",
                "collection",
                "company",
                "customer",
                "file",
                "metaobject",
                "mixed",
                "order",
                "page",
                "product",
                "product_taxonomy_value",
                "variant")) {
            add(
                    target + "_reference",
                    "a Shopify id such as gid://shopify/Product/1",
                    text -> GID.matcher(text).matches());
        }
    }

    private MetafieldTypes() {}

    private record Type(String expected, Predicate<String> test) {}

    /** All names that Shopify knows. */
    public static SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        SCALARS.keySet().forEach(name -> {
            names.add(name);
            if (!NOT_IN_LISTS.contains(name)) {
                names.add("list." + name);
            }
        });
        return names;
    }

    public static boolean isKnown(String type) {
        String scalar = type.startsWith("list.") ? type.substring("list.".length()) : type;
        return SCALARS.containsKey(scalar) && (scalar.equals(type) || !NOT_IN_LISTS.contains(scalar));
    }

    /**
     * What a value of the type looks like, if {@code value} is none; empty if it is one.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public static Optional<String> expectedInstead(String type, String value) {
        if (!isKnown(type)) {
            throw new IllegalArgumentException("Shopify knows no metafield type '" + type + "'");
        }
        if (type.startsWith("list.")) {
            Type each = SCALARS.get(type.substring("list.".length()));
            return isList(value, each) ? Optional.empty() : Optional.of("a JSON array, each of it " + each.expected());
        }
        Type wanted = SCALARS.get(type);
        return wanted.test().test(value) ? Optional.empty() : Optional.of(wanted.expected());
    }

    private static void add(String name, String expected, Predicate<String> test) {
        SCALARS.put(name, new Type(expected, test));
    }

    private static String measured(String unit) {
        return "JSON such as {\"value\":2.5,\"unit\":\"" + unit + "\"}";
    }

    private static boolean isLine(String text) {
        return !text.isBlank() && text.length() <= SINGLE_LINE && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    private static boolean number(String text, Pattern form, BigDecimal largest) {
        return form.matcher(text).matches() && new BigDecimal(text).abs().compareTo(largest) <= 0;
    }

    private static boolean isDateTime(String text) {
        return parses(() -> OffsetDateTime.parse(text)) || parses(() -> LocalDateTime.parse(text));
    }

    private static boolean isUrl(String text) {
        return parses(() -> {
            URI uri = URI.create(text);
            if (uri.getScheme() == null
                    || !WEB.contains(uri.getScheme())
                    || uri.getSchemeSpecificPart().isBlank()) {
                throw new IllegalArgumentException("not an address of the web");
            }
        });
    }

    private static boolean isRichText(String text) {
        return tree(text)
                .filter(node -> "root".equals(node.path("type").asText())
                        && node.path("children").isArray())
                .isPresent();
    }

    private static boolean isMeasurement(String text, Set<String> units) {
        return tree(text)
                .filter(node -> node.path("value").isNumber()
                        || isNumber(node.path("value").asText()))
                .filter(node -> units.contains(node.path("unit").asText()))
                .isPresent();
    }

    private static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches();
    }

    private static boolean has(String text, String... members) {
        Optional<JsonNode> node = tree(text).filter(JsonNode::isObject);
        for (String member : members) {
            if (node.isEmpty() || node.get().path(member).asText().isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isList(String text, Type each) {
        Optional<JsonNode> array = tree(text).filter(JsonNode::isArray);
        if (array.isEmpty() || array.get().size() > MOST_OF_A_LIST) {
            return false;
        }
        for (JsonNode element : array.get()) {
            String value = element.isValueNode() ? element.asText() : element.toString();
            if (!each.test().test(value)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<JsonNode> tree(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean parses(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }
}

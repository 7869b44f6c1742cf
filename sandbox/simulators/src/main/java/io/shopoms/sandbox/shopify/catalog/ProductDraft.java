package io.shopoms.sandbox.shopify.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A product as a person writes it down: a {@code ProductSetInput}, or shorter. {@code {"sku":"A","price":"5.00"}} has one
 * variant; {@code {"title":"Shirt","options":{"Size":["S","M"]}}} has one for each combination; the variants of {@code
 * {"options":{"Size":["S","M"]},"variants":[{"sku":"A-S","options":{"Size":"S"}}]}} are those listed.
 */
public final class ProductDraft {

    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};
    private static final List<String> OF_THE_VARIANT = List.of(
            "sku",
            "price",
            "compareAtPrice",
            "barcode",
            "taxable",
            "inventoryPolicy",
            "inventoryItem",
            "inventoryQuantities");

    private ProductDraft() {}

    /** @throws IllegalArgumentException if it is no JSON object */
    public static Input parse(String json) {
        return from(object(json));
    }

    /**
     * A variant with its option values, written short: {@code {"options":{"Size":"L"},"price":"9.90","sku":"A-L"}}.
     *
     * @throws IllegalArgumentException if it is no JSON object
     */
    public static Input variant(String json) {
        return variant(object(json));
    }

    /** The same, read already. */
    public static Input variant(JsonNode draft) {
        Map<String, Object> given = Json.MAPPER.convertValue(draft, MAP);
        Object sku = given.remove("sku");
        Map<String, Object> variant = listed(given);
        if (sku != null) {
            Map<String, Object> item = new LinkedHashMap<>();
            if (variant.get("inventoryItem") instanceof Map<?, ?> more) {
                more.forEach((field, value) -> item.put(field.toString(), value));
            }
            item.put("sku", sku);
            variant.put("inventoryItem", item);
        }
        return Input.of(variant);
    }

    /** Any input object. */
    public static Input fields(String json) {
        return Input.of(Json.MAPPER.convertValue(object(json), MAP));
    }

    /** The same, read already. */
    public static Input fields(JsonNode json) {
        return Input.of(Json.MAPPER.convertValue(json, MAP));
    }

    private static JsonNode object(String json) {
        try {
            JsonNode node = Json.MAPPER.readTree(json);
            if (!node.isObject()) {
                throw new IllegalArgumentException("a JSON object is wanted");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    public static Input from(JsonNode draft) {
        if (!draft.isObject()) {
            throw new IllegalArgumentException("a product must be a JSON object");
        }
        Map<String, Object> input = Json.MAPPER.convertValue(draft, MAP);
        if (input.containsKey("productOptions")) {
            return Input.of(input);
        }
        Map<String, List<String>> options = options(input.remove("options"));
        List<Map<String, Object>> variants = variants(input, options);
        if (!variants.isEmpty()) {
            input.put("productOptions", asInput(options));
            input.put("variants", variants);
        }
        return Input.of(input);
    }

    private static Map<String, List<String>> options(Object given) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, values) -> {
                List<String> names = new ArrayList<>();
                if (!(values instanceof List<?> list) || list.isEmpty()) {
                    throw new IllegalArgumentException("options: " + name + " must have a list of values");
                }
                list.forEach(value -> names.add(value.toString()));
                options.put(name.toString(), names);
            });
        }
        if (options.isEmpty()) {
            options.put(ProductOption.DEFAULT_NAME, List.of(ProductOption.DEFAULT_VALUE));
        }
        return options;
    }

    private static List<Map<String, Object>> asInput(Map<String, List<String>> options) {
        List<Map<String, Object>> input = new ArrayList<>();
        options.forEach((name, values) -> input.add(Map.of(
                "name",
                name,
                "values",
                values.stream().map(value -> Map.of("name", value)).toList())));
        return input;
    }

    /** None if the draft says nothing of variants. */
    private static List<Map<String, Object>> variants(Map<String, Object> input, Map<String, List<String>> options) {
        List<Map<String, Object>> variants = new ArrayList<>();
        if (input.get("variants") instanceof List<?> listed) {
            listed.forEach(each -> variants.add(listed((Map<?, ?>) each)));
            return variants;
        }
        Map<String, Object> common = new LinkedHashMap<>();
        OF_THE_VARIANT.stream().filter(input::containsKey).forEach(field -> common.put(field, input.remove(field)));
        boolean standalone = options.containsKey(ProductOption.DEFAULT_NAME) && options.size() == 1;
        if (standalone && common.isEmpty()) {
            return List.of();
        }
        for (Map<String, String> combination : combinations(options)) {
            Map<String, Object> variant = new LinkedHashMap<>(common);
            variant.put("optionValues", optionValues(combination));
            if (common.get("sku") != null && !standalone) {
                variant.put("sku", common.get("sku") + "-" + (variants.size() + 1));
            }
            variants.add(variant);
        }
        return variants;
    }

    private static Map<String, Object> listed(Map<?, ?> given) {
        Map<String, Object> variant = new LinkedHashMap<>();
        given.forEach((field, value) -> variant.put(field.toString(), value));
        if (!variant.containsKey("optionValues")) {
            Map<String, String> values = new LinkedHashMap<>();
            if (variant.remove("options") instanceof Map<?, ?> options) {
                options.forEach((name, value) -> values.put(name.toString(), value.toString()));
            } else {
                values.put(ProductOption.DEFAULT_NAME, ProductOption.DEFAULT_VALUE);
            }
            variant.put("optionValues", optionValues(values));
        }
        return variant;
    }

    private static List<Map<String, String>> optionValues(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> Map.of("optionName", each.getKey(), "name", each.getValue()))
                .toList();
    }

    private static List<Map<String, String>> combinations(Map<String, List<String>> options) {
        List<Map<String, String>> all = new ArrayList<>(List.of(new LinkedHashMap<>()));
        options.forEach((name, values) -> {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> each : all) {
                for (String value : values) {
                    Map<String, String> more = new LinkedHashMap<>(each);
                    more.put(name, value);
                    longer.add(more);
                }
            }
            all.clear();
            all.addAll(longer);
        });
        return all;
    }
}

package io.shopoms.sandbox.shopify.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Products for tests and measurements: always the same for the same numbers. */
public final class GeneratedCatalog {

    private static final List<String> COLORS = List.of("Red", "Blue", "Green", "Black", "White");
    private static final int MOST_SIZES = 25;

    private GeneratedCatalog() {}

    /**
     * The product at {@code index}: {@code Product 17} with the SKUs {@code GEN-17-1}, {@code GEN-17-2}, …
     *
     * @param variants 1 to 2048; from 2 on it has options
     */
    public static Input product(int index, int variants) {
        if (variants < 1 || variants > VariantPlan.MOST) {
            throw new IllegalArgumentException("variants must lie between 1 and " + VariantPlan.MOST);
        }
        Map<String, List<String>> options = options(variants);
        List<Map<String, Object>> made = new ArrayList<>();
        for (int number = 1; number <= variants; number++) {
            made.add(variant(index, number, options));
        }
        List<Map<String, Object>> optionInputs = new ArrayList<>();
        options.forEach((name, values) -> optionInputs.add(Map.of(
                "name",
                name,
                "values",
                values.stream().map(value -> Map.of("name", value)).toList())));
        Map<String, Object> product = new HashMap<>();
        product.put("title", "Product " + index);
        product.put("descriptionHtml", "<p>Number " + index + " of a generated catalogue.</p>");
        product.put("vendor", "Vendor " + index % 20);
        product.put("productType", "Type " + index % 7);
        product.put("tags", List.of("generated", "batch-" + index % 10));
        product.put("productOptions", optionInputs);
        product.put("variants", made);
        return Input.of(product);
    }

    private static Map<String, List<String>> options(int variants) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        if (variants == 1) {
            options.put(ProductOption.DEFAULT_NAME, List.of(ProductOption.DEFAULT_VALUE));
            return options;
        }
        int sizes = Math.min(variants, MOST_SIZES);
        int colors = Math.min((variants + sizes - 1) / sizes, COLORS.size());
        int cuts = (variants + sizes * colors - 1) / (sizes * colors);
        options.put("Size", numbered("S", sizes));
        if (colors > 1) {
            options.put("Color", COLORS.subList(0, colors));
        }
        if (cuts > 1) {
            options.put("Cut", numbered("C", cuts));
        }
        return options;
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> prefix + number)
                .toList();
    }

    private static Map<String, Object> variant(int index, int number, Map<String, List<String>> options) {
        List<Map<String, String>> values = new ArrayList<>();
        int rest = number - 1;
        for (Map.Entry<String, List<String>> option : options.entrySet()) {
            int size = option.getValue().size();
            values.add(Map.of(
                    "optionName", option.getKey(), "name", option.getValue().get(rest % size)));
            rest /= size;
        }
        Map<String, Object> variant = new HashMap<>();
        variant.put("sku", "GEN-" + index + "-" + number);
        variant.put("barcode", String.format("2%07d%04d", index, number));
        variant.put("price", new BigDecimal(5 + (index * 7 + number) % 200).add(new BigDecimal("0.90")));
        variant.put(
                "inventoryItem",
                Map.of("measurement", Map.of("weight", Map.of("value", 100 + number, "unit", "GRAMS"))));
        variant.put("optionValues", values);
        return variant;
    }
}

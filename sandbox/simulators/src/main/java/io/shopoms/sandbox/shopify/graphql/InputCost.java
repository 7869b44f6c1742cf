package io.shopoms.sandbox.shopify.graphql;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the input of a mutation of products costs on top of the mutation itself, as Shopify publishes it: 0.2 points for a
 * variant, 0.6 for its image, 0.4 for a metafield, 1.9 for an image of the product.
 */
final class InputCost {

    private static final Set<String> DYNAMIC =
            Set.of("productSet", "productVariantsBulkCreate", "productVariantsBulkUpdate");
    private static final double VARIANT = 0.2;
    private static final double VARIANT_IMAGE = 0.6;
    private static final double METAFIELD = 0.4;
    private static final double IMAGE = 1.9;

    private InputCost() {}

    static double of(String mutation, Map<String, Object> arguments) {
        if (!DYNAMIC.contains(mutation)) {
            return 0;
        }
        Object input = arguments.getOrDefault("input", arguments);
        double sum = 0;
        for (Object variant : list(input, "variants")) {
            boolean image = list(variant, "mediaSrc").size() > 0 || has(variant, "mediaId") || has(variant, "file");
            sum += VARIANT
                    + (image ? VARIANT_IMAGE : 0)
                    + METAFIELD * list(variant, "metafields").size();
        }
        return sum
                + METAFIELD * list(input, "metafields").size()
                + IMAGE * (list(input, "files").size() + list(input, "media").size());
    }

    private static List<?> list(Object input, String field) {
        return input instanceof Map<?, ?> map && map.get(field) instanceof List<?> list ? list : List.of();
    }

    private static boolean has(Object input, String field) {
        return input instanceof Map<?, ?> map && map.get(field) != null;
    }
}

package io.shopoms.catalog.product;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rules that tie variants to options; Shopify enforces the same. */
final class OptionValues {

    /** As many options as Shopify allows. */
    static final int MOST_OPTIONS = 3;

    private OptionValues() {}

    static void check(List<ProductOption> options, List<Variant> variants) {
        if (options.isEmpty() || options.size() > MOST_OPTIONS) {
            throw new IllegalArgumentException("a product has 1 to 3 options, not " + options.size());
        }
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("a product has no variant");
        }
        unique(options);
        Set<List<String>> seen = new HashSet<>();
        for (Variant variant : variants) {
            if (variant.optionValues().size() != options.size()) {
                throw new IllegalArgumentException("variant " + variant.optionValues()
                        + " has not one value for each of " + options.size() + " options");
            }
            if (!seen.add(variant.optionValues())) {
                throw new IllegalArgumentException("two variants are " + variant.optionValues());
            }
        }
    }

    private static void unique(List<ProductOption> options) {
        Set<String> names = new HashSet<>();
        for (ProductOption option : options) {
            if (!names.add(option.name().strip().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two options are called '" + option.name() + "'");
            }
        }
    }
}

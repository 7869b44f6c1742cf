package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.Weight;
import io.shopoms.catalog.product.WeightUnit;
import io.shopoms.catalog.shopify.ShopifyProduct.OptionIdentity;
import io.shopoms.sync.failure.SyncFailureException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What both spellings of a product have in common. */
final class Canonical {

    private static final Map<String, WeightUnit> UNITS = Map.of(
            "g", WeightUnit.GRAMS,
            "kg", WeightUnit.KILOGRAMS,
            "oz", WeightUnit.OUNCES,
            "lb", WeightUnit.POUNDS);

    private Canonical() {}

    /** An option as it is told, with all values that it could have. */
    record ToldOption(PayloadReader reader, String name, List<String> values) {}

    static Optional<ProductStatus> status(PayloadReader product) {
        return product.text("status").map(word -> {
            try {
                return ProductStatus.valueOf(word.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw product.invalid("status", "active, draft, archived or unlisted");
            }
        });
    }

    static SortedSet<String> tags(Collection<String> tags) {
        SortedSet<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).forEach(set::add);
        return set;
    }

    /** Zero for null, which is how Shopify says that there is none. */
    static Optional<BigDecimal> amountOrNone(PayloadReader reader, String field) {
        return reader.tells(field) ? Optional.of(reader.amount(field).orElse(BigDecimal.ZERO)) : Optional.empty();
    }

    static Optional<String> code(PayloadReader reader, String field) {
        return reader.told(field).map(String::strip);
    }

    static Optional<Weight> weight(PayloadReader reader, String value, String unit) {
        return reader.amount(value).map(amount -> {
            String word = reader.text(unit).orElse("").toLowerCase(Locale.ROOT);
            WeightUnit known = UNITS.getOrDefault(word, byName(word));
            if (known == null) {
                throw reader.invalid(unit, "grams, kilograms, ounces or pounds");
            }
            return Weight.of(amount, known);
        });
    }

    private static WeightUnit byName(String word) {
        for (WeightUnit unit : WeightUnit.values()) {
            if (unit.name().toLowerCase(Locale.ROOT).equals(word)) {
                return unit;
            }
        }
        return null;
    }

    /**
     * The options with the values that variants have. Shopify keeps values that nothing uses any more, and tells them in
     * one spelling only.
     */
    static List<ProductOption> options(List<ToldOption> told, List<Variant> variants) {
        List<ProductOption> options = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Set<String> used = used(variants, i);
            Set<String> values = new LinkedHashSet<>(told.get(i).values());
            values.retainAll(used);
            values.addAll(used);
            options.add(new ProductOption(told.get(i).name(), List.copyOf(values)));
        }
        return options.isEmpty() ? List.of(ProductOption.ONLY) : options;
    }

    static List<OptionIdentity> identities(List<ToldOption> told, List<Variant> variants) {
        List<OptionIdentity> identities = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Set<String> used = used(variants, i);
            ToldOption option = told.get(i);
            option.reader()
                    .id("id")
                    .ifPresent(id -> identities.add(new OptionIdentity(
                            id,
                            option.name(),
                            option.values().stream()
                                    .filter(value -> !used.contains(value))
                                    .toList())));
        }
        return identities;
    }

    private static Set<String> used(List<Variant> variants, int option) {
        Set<String> used = new LinkedHashSet<>();
        variants.forEach(variant -> {
            if (option < variant.optionValues().size()) {
                used.add(variant.optionValues().get(option));
            }
        });
        return used;
    }

    /**
     * The address of a picture without the number of its processing, which Shopify raises without a change that anybody
     * made.
     */
    static String imageSource(String url) {
        return url.replaceFirst("[?&]v=\\d+$", "");
    }

    /** @throws SyncFailureException saying how the product contradicts itself */
    static Product checked(Supplier<Product> product) {
        try {
            return product.get();
        } catch (IllegalArgumentException e) {
            throw new SyncFailureException(PayloadReader.failure("contradicts itself: " + e.getMessage()));
        }
    }
}

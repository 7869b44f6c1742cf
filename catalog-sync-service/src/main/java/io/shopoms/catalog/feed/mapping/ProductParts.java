package io.shopoms.catalog.feed.mapping;

import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Puts a product together, from its rows or from parts that stood far from each other in the feed. */
public final class ProductParts {

    /** As many as Shopify allows. */
    private static final int MOST_VARIANTS = 2_048;

    private ProductParts() {}

    /**
     * One product of two parts with the same key: the first one's fields hold, unless it says nothing.
     *
     * @throws UnusableRow if they do not fit together
     */
    public static Product merged(Product first, Product second) throws UnusableRow {
        List<Variant> variants = new ArrayList<>(first.variants());
        variants.addAll(second.variants());
        Map<String, Metafield> metafields = new LinkedHashMap<>();
        first.metafields().forEach(field -> metafields.put(field.name(), field));
        second.metafields().forEach(field -> metafields.putIfAbsent(field.name(), field));
        return checked(
                saying(first.title(), second.title()),
                saying(first.description(), second.description()),
                saying(first.vendor(), second.vendor()),
                saying(first.productType(), second.productType()),
                union(first.tags(), second.tags()),
                first.status().or(second::status),
                first.options().stream().map(ProductOption::name).toList(),
                variants,
                images(first.images(), second.images()),
                List.copyOf(metafields.values()));
    }

    static Product checked(
            Optional<String> title,
            Optional<String> description,
            Optional<String> vendor,
            Optional<String> productType,
            Optional<SortedSet<String>> tags,
            Optional<ProductStatus> status,
            List<String> optionNames,
            List<Variant> variants,
            Optional<List<ProductImage>> images,
            List<Metafield> metafields)
            throws UnusableRow {
        boolean choices = !optionNames.equals(List.of(ProductOption.ONLY.name()));
        if (!choices && variants.size() > 1) {
            throw new UnusableRow(
                    "has " + variants.size() + " variants, and no option1.value is mapped that tells them apart");
        }
        if (variants.size() > MOST_VARIANTS) {
            throw new UnusableRow("has more than " + MOST_VARIANTS + " variants, which Shopify does not allow");
        }
        unique(variants);
        List<Variant> complete = choices ? variants : List.of(withValues(variants.get(0), ProductOption.ONLY.values()));
        try {
            return new Product(
                    title,
                    description,
                    vendor,
                    productType,
                    tags,
                    status,
                    choices ? options(optionNames, complete) : List.of(ProductOption.ONLY),
                    complete,
                    images,
                    metafields);
        } catch (IllegalArgumentException e) {
            throw new UnusableRow(e.getMessage());
        }
    }

    private static void unique(List<Variant> variants) throws UnusableRow {
        Set<String> skus = new HashSet<>();
        for (Variant variant : variants) {
            if (!skus.add(variant.sku().orElse(""))) {
                throw new UnusableRow(
                        "the SKU " + UnusableRow.shown(variant.sku().orElse("")) + " stands twice in the product");
            }
        }
    }

    private static List<ProductOption> options(List<String> names, List<Variant> variants) {
        List<ProductOption> options = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Set<String> values = new LinkedHashSet<>();
            for (Variant variant : variants) {
                values.add(variant.optionValues().get(i));
            }
            options.add(new ProductOption(names.get(i), List.copyOf(values)));
        }
        return options;
    }

    private static Variant withValues(Variant v, List<String> values) {
        return new Variant(
                values,
                v.sku(),
                v.barcode(),
                v.price(),
                v.compareAtPrice(),
                v.cost(),
                v.weight(),
                v.taxable(),
                v.requiresShipping(),
                v.tracked());
    }

    private static Optional<String> saying(Optional<String> first, Optional<String> second) {
        return first.filter(text -> !text.isEmpty())
                .or(() -> second.filter(text -> !text.isEmpty()))
                .or(() -> first)
                .or(() -> second);
    }

    private static Optional<SortedSet<String>> union(
            Optional<SortedSet<String>> first, Optional<SortedSet<String>> second) {
        if (first.isEmpty()) {
            return second;
        }
        SortedSet<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        tags.addAll(first.get());
        second.ifPresent(tags::addAll);
        return Optional.of(tags);
    }

    private static Optional<List<ProductImage>> images(
            Optional<List<ProductImage>> first, Optional<List<ProductImage>> second) {
        if (first.isEmpty()) {
            return second;
        }
        Set<ProductImage> images = new LinkedHashSet<>(first.get());
        second.ifPresent(images::addAll);
        return Optional.of(List.copyOf(images));
    }
}

package io.shopoms.catalog.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What must change for one product to become another. Only what the wanted one states counts, and of that only fields
 * that the wanting side leads.
 *
 * @param fields changes of the product and of variants that both have
 * @param added variants that only the wanted one has
 * @param removed variants that only the present one has
 * @param optionsDiffer whether names, order or values of the options differ
 */
public record ProductDifference(
        List<FieldChange> fields, List<Variant> added, List<Variant> removed, boolean optionsDiffer) {

    public ProductDifference {
        fields = List.copyOf(fields);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /**
     * Compares field by field.
     *
     * @param led the fields that may change
     * @param structure whether variants and options may change too
     */
    public static ProductDifference between(Product present, Product wanted, Set<ProductField> led, boolean structure) {
        List<FieldChange> changes = new ArrayList<>();
        for (TextField field : TextField.OF_PRODUCT) {
            if (led.contains(field.field)) {
                compare(field.field, Optional.empty(), field.name, field.of(present), field.of(wanted), changes);
            }
        }
        if (led.contains(ProductField.IMAGES)) {
            compare(ProductField.IMAGES, Optional.empty(), "images", images(present), images(wanted), changes);
        }
        if (led.contains(ProductField.METAFIELDS)) {
            metafields(present, wanted, changes);
        }
        Map<List<String>, Variant> before = byValues(present);
        Map<List<String>, Variant> after = byValues(wanted);
        after.forEach((values, variant) -> Optional.ofNullable(before.get(values))
                .ifPresent(existing -> variant(values, existing, variant, led, changes)));
        if (!structure) {
            return new ProductDifference(changes, List.of(), List.of(), false);
        }
        return new ProductDifference(
                changes,
                missing(after, before),
                missing(before, after),
                !present.options().equals(wanted.options()));
    }

    public boolean isEmpty() {
        return fields.isEmpty() && added.isEmpty() && removed.isEmpty() && !optionsDiffer;
    }

    private static void variant(
            List<String> values, Variant present, Variant wanted, Set<ProductField> led, List<FieldChange> changes) {
        for (VariantField field : VariantField.ALL) {
            if (led.contains(field.field)) {
                compare(field.field, Optional.of(values), field.name, field.of(present), field.of(wanted), changes);
            }
        }
    }

    private static void metafields(Product present, Product wanted, List<FieldChange> changes) {
        Map<String, Metafield> before = new LinkedHashMap<>();
        present.metafields().forEach(field -> before.put(field.name(), field));
        for (Metafield field : wanted.metafields()) {
            Optional<Metafield> existing = Optional.ofNullable(before.get(field.name()));
            compare(
                    ProductField.METAFIELDS,
                    Optional.empty(),
                    "metafield " + field.name(),
                    existing.map(Metafield::value),
                    Optional.of(field.value()),
                    changes);
        }
    }

    private static void compare(
            ProductField field,
            Optional<List<String>> variant,
            String name,
            Optional<String> before,
            Optional<String> after,
            List<FieldChange> changes) {
        if (after.isPresent() && !after.equals(before)) {
            changes.add(new FieldChange(field, variant, name, before, after));
        }
    }

    private static Optional<String> images(Product product) {
        return product.images()
                .map(images -> String.join(
                        "\n",
                        images.stream()
                                .map(image -> image.source()
                                        + image.altText()
                                                .map(alt -> " (" + alt + ")")
                                                .orElse(""))
                                .toList()));
    }

    private static Map<List<String>, Variant> byValues(Product product) {
        Map<List<String>, Variant> variants = new LinkedHashMap<>();
        product.variants().forEach(variant -> variants.put(variant.optionValues(), variant));
        return variants;
    }

    private static List<Variant> missing(Map<List<String>, Variant> of, Map<List<String>, Variant> in) {
        return of.entrySet().stream()
                .filter(entry -> !in.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private record TextField(ProductField field, String name, Function<Product, Optional<String>> reader) {

        static final List<TextField> OF_PRODUCT = List.of(
                new TextField(ProductField.TITLE, "title", Product::title),
                new TextField(ProductField.DESCRIPTION, "description", Product::description),
                new TextField(ProductField.VENDOR, "vendor", Product::vendor),
                new TextField(ProductField.PRODUCT_TYPE, "productType", Product::productType),
                new TextField(
                        ProductField.TAGS, "tags", product -> product.tags().map(tags -> String.join(", ", tags))),
                new TextField(
                        ProductField.STATUS,
                        "status",
                        product -> product.status().map(Enum::name)));

        Optional<String> of(Product product) {
            return reader.apply(product);
        }
    }

    private record VariantField(ProductField field, String name, Function<Variant, Optional<String>> reader) {

        static final List<VariantField> ALL = List.of(
                new VariantField(ProductField.SKU, "sku", Variant::sku),
                new VariantField(ProductField.BARCODE, "barcode", Variant::barcode),
                money(ProductField.PRICE, "price", Variant::price),
                money(ProductField.COMPARE_AT_PRICE, "compareAtPrice", Variant::compareAtPrice),
                money(ProductField.COST, "cost", Variant::cost),
                new VariantField(
                        ProductField.WEIGHT,
                        "weight",
                        variant -> variant.weight().map(weight -> weight.grams().toPlainString() + " g")),
                flag("taxable", Variant::taxable),
                flag("requiresShipping", Variant::requiresShipping),
                flag("tracked", Variant::tracked));

        Optional<String> of(Variant variant) {
            return reader.apply(variant);
        }

        private static VariantField money(
                ProductField field, String name, Function<Variant, Optional<BigDecimal>> amount) {
            return new VariantField(
                    field, name, variant -> amount.apply(variant).map(BigDecimal::toPlainString));
        }

        private static VariantField flag(String name, Function<Variant, Optional<Boolean>> value) {
            return new VariantField(
                    ProductField.HANDLING, name, variant -> value.apply(variant).map(String::valueOf));
        }
    }
}

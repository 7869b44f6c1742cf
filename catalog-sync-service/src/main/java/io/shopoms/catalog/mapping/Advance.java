package io.shopoms.catalog.mapping;

import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.Variant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is remembered of a side once one direction has done its work: only what that direction carries is in step now. What
 * the other direction carries stays as it was, so that a change which it has not seen yet is not taken for an old one.
 *
 * @param led the fields that the direction carries
 * @param structure whether it carries variants and options too
 */
public record Advance(Set<ProductField> led, boolean structure) {

    /** Of a direction that carries everything. */
    public static final Advance ALL = new Advance(EnumSet.allOf(ProductField.class), true);

    public Advance {
        led = Set.copyOf(led);
    }

    /** @param last what was remembered; absent if the two were never in step */
    public Product of(Optional<Product> last, Product now) {
        return last.map(before -> merged(before, now)).orElse(now);
    }

    private Product merged(Product before, Product now) {
        Product framed = structure ? now : before;
        Map<List<String>, Variant> old = byValues(before);
        Map<List<String>, Variant> young = byValues(now);
        return new Product(
                pick(ProductField.TITLE, before.title(), now.title()),
                pick(ProductField.DESCRIPTION, before.description(), now.description()),
                pick(ProductField.VENDOR, before.vendor(), now.vendor()),
                pick(ProductField.PRODUCT_TYPE, before.productType(), now.productType()),
                pick(ProductField.TAGS, before.tags(), now.tags()),
                pick(ProductField.STATUS, before.status(), now.status()),
                framed.options(),
                framed.variants().stream()
                        .map(variant -> merged(
                                old.getOrDefault(variant.optionValues(), variant),
                                young.getOrDefault(variant.optionValues(), variant)))
                        .toList(),
                pick(ProductField.IMAGES, before.images(), now.images()),
                led.contains(ProductField.METAFIELDS) ? now.metafields() : before.metafields());
    }

    private Variant merged(Variant before, Variant now) {
        return new Variant(
                now.optionValues(),
                pick(ProductField.SKU, before.sku(), now.sku()),
                pick(ProductField.BARCODE, before.barcode(), now.barcode()),
                pick(ProductField.PRICE, before.price(), now.price()),
                pick(ProductField.COMPARE_AT_PRICE, before.compareAtPrice(), now.compareAtPrice()),
                pick(ProductField.COST, before.cost(), now.cost()),
                pick(ProductField.WEIGHT, before.weight(), now.weight()),
                pick(ProductField.HANDLING, before.taxable(), now.taxable()),
                pick(ProductField.HANDLING, before.requiresShipping(), now.requiresShipping()),
                pick(ProductField.HANDLING, before.tracked(), now.tracked()));
    }

    private <T> Optional<T> pick(ProductField field, Optional<T> before, Optional<T> now) {
        return led.contains(field) ? now : before;
    }

    private static Map<List<String>, Variant> byValues(Product product) {
        Map<List<String>, Variant> variants = new HashMap<>();
        product.variants().forEach(variant -> variants.put(variant.optionValues(), variant));
        return variants;
    }
}

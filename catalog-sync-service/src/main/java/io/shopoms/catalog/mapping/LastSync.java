package io.shopoms.catalog.mapping;

import io.shopoms.catalog.product.FieldChange;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.ProductField;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What both sides held when they were last in step. A field that neither side has changed since needs no work, even where
 * the two cannot hold the same: prices that do not add up, HTML that Odoo writes in its own way, a picture's address.
 *
 * @param shopify in Shopify
 * @param odoo in Odoo
 */
public record LastSync(Product shopify, Product odoo) {

    private static final Set<ProductField> ALL = EnumSet.allOf(ProductField.class);

    private record Place(String name, Optional<List<String>> variant) {}

    /**
     * Those of some differences that one of the sides made since.
     *
     * @param shopifyNow in Shopify's words
     */
    public List<FieldChange> newIn(List<FieldChange> differences, Product shopifyNow, Product odooNow) {
        Set<Place> touched = new HashSet<>();
        touch(ProductDifference.between(OdooForm.of(shopify), OdooForm.of(shopifyNow), ALL, true), touched);
        touch(
                ProductDifference.between(
                        OdooForm.inOrderOf(odoo, shopifyNow), OdooForm.inOrderOf(odooNow, shopifyNow), ALL, true),
                touched);
        return differences.stream()
                .filter(change -> touched.contains(new Place(change.name(), change.variant())))
                .toList();
    }

    /**
     * Those of some differences that one of the sides made since. Each variant of a difference has the name that the maps
     * give to the option values that it has on either side.
     *
     * @param odooNow in Shopify's form, see {@link ShopForm}
     */
    List<FieldChange> newForShopify(
            List<FieldChange> differences,
            Product shopifyNow,
            Map<List<String>, List<String>> ofShopify,
            Product odooNow,
            Map<List<String>, List<String>> ofOdoo) {
        Set<Place> touched = new HashSet<>();
        touch(told(ProductDifference.between(shopify, shopifyNow, ALL, true)), ofShopify, touched);
        touch(ProductDifference.between(ShopForm.like(odoo, shopifyNow), odooNow, ALL, true), ofOdoo, touched);
        return differences.stream()
                .filter(change -> touched.contains(new Place(change.name(), change.variant())))
                .toList();
    }

    /** Webhooks tell less than GraphQL: what was not told before is no change. */
    private static ProductDifference told(ProductDifference difference) {
        return new ProductDifference(
                difference.fields().stream()
                        .filter(change -> change.before().isPresent())
                        .toList(),
                difference.added(),
                difference.removed(),
                difference.optionsDiffer());
    }

    private static void touch(ProductDifference difference, Map<List<String>, List<String>> names, Set<Place> touched) {
        Set<Place> found = new HashSet<>();
        touch(difference, found);
        found.forEach(place -> touched.add(
                new Place(place.name(), place.variant().map(values -> names.getOrDefault(values, values)))));
    }

    private static void touch(ProductDifference difference, Set<Place> touched) {
        difference.fields().forEach(change -> touched.add(new Place(change.name(), change.variant())));
        difference.added().forEach(variant -> everything(variant.optionValues(), touched));
        difference.removed().forEach(variant -> everything(variant.optionValues(), touched));
    }

    private static void everything(List<String> variant, Set<Place> touched) {
        for (String field : List.of("sku", "barcode", "price", "cost", "weight", "requiresShipping", "tracked")) {
            touched.add(new Place(field, Optional.of(variant)));
        }
    }
}

package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a product itself as Shopify's inputs spell them; {@code productSet} and {@code productUpdate} share them. */
final class ProductInput {

    private ProductInput() {}

    /** All that it states. */
    static Map<String, Object> of(Product wanted) {
        return fields(Optional.empty(), wanted, Set.of(ProductField.values()));
    }

    /** What it states otherwise than the present one; empty if nothing. */
    static Map<String, Object> changes(Product present, Product wanted, Set<ProductField> led) {
        return fields(Optional.of(present), wanted, led);
    }

    private static Map<String, Object> fields(Optional<Product> present, Product wanted, Set<ProductField> led) {
        Map<String, Object> input = new LinkedHashMap<>();
        put(input, "title", led.contains(ProductField.TITLE), product -> bare(product.title()), present, wanted);
        put(
                input,
                "descriptionHtml",
                led.contains(ProductField.DESCRIPTION),
                Product::description,
                HtmlForm::of,
                present,
                wanted);
        put(
                input,
                "vendor",
                led.contains(ProductField.VENDOR),
                // Shopify puts the shop's name in place of none.
                product -> bare(product.vendor()).filter(name -> !name.isEmpty()),
                present,
                wanted);
        put(
                input,
                "productType",
                led.contains(ProductField.PRODUCT_TYPE),
                product -> bare(product.productType()),
                present,
                wanted);
        put(
                input,
                "tags",
                led.contains(ProductField.TAGS),
                product -> product.tags().map(List::copyOf),
                // Shopify keeps the spelling that a tag had first.
                tags -> tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                present,
                wanted);
        put(
                input,
                "status",
                led.contains(ProductField.STATUS),
                product -> product.status().map(Enum::name),
                present,
                wanted);
        return input;
    }

    /** As Shopify keeps it: what it would drop is no difference. */
    private static Optional<String> bare(Optional<String> text) {
        return text.map(String::strip);
    }

    private static <T> void put(
            Map<String, Object> input,
            String name,
            boolean led,
            Function<Product, Optional<T>> field,
            Optional<Product> present,
            Product wanted) {
        put(input, name, led, field, value -> value, present, wanted);
    }

    /** @param form in which two values are compared */
    private static <T> void put(
            Map<String, Object> input,
            String name,
            boolean led,
            Function<Product, Optional<T>> field,
            Function<T, Object> form,
            Optional<Product> present,
            Product wanted) {
        Optional<T> value = field.apply(wanted);
        if (led && value.isPresent() && !present.flatMap(field).map(form).equals(value.map(form))) {
            input.put(name, value.get());
        }
    }
}

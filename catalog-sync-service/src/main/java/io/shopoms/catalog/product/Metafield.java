package io.shopoms.catalog.product;

import java.util.Objects;

/**
 * A further field of a product, of the merchant's own making.
 *
 * @param type Shopify's name of the value's type, such as {@code single_line_text_field}
 * @param value as Shopify writes a value of that type
 */
public record Metafield(String namespace, String key, String type, String value) {

    public Metafield {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
    }

    /** {@code namespace.key}: what tells it from the product's others. */
    public String name() {
        return namespace + "." + key;
    }
}

package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.catalog.Product;
import java.time.Instant;
import java.util.Comparator;

/** The orders that products can be listed in. Those with the same value are told apart by id, so that no page skips any. */
enum ProductSort {
    CREATED_AT,
    ID,
    PRODUCT_TYPE,
    TITLE,
    UPDATED_AT,
    VENDOR;

    /** Where a page ended. */
    record Cursor(String value, long id) {

        Instant instant() {
            return Instant.parse(value);
        }
    }

    String value(Product product) {
        return switch (this) {
            case CREATED_AT -> product.createdAt().toString();
            case UPDATED_AT -> product.updatedAt().toString();
            case ID -> "";
            case PRODUCT_TYPE -> product.text().productType();
            case TITLE -> product.title();
            case VENDOR -> product.text().vendor();
        };
    }

    Comparator<Product> comparator(boolean reverse) {
        Comparator<Product> comparator = Comparator.comparing(this::value).thenComparing(Product::id);
        return reverse ? comparator.reversed() : comparator;
    }

    /** A product that changes later turns up again behind it. */
    String cursor(Product product) {
        return Connection.encoded(name() + "|" + product.id() + "|" + value(product));
    }

    Cursor parse(String encoded) {
        if (encoded == null) {
            return null;
        }
        String[] parts = Connection.decoded(encoded).split("\\|", 3);
        if (parts.length != 3 || !parts[0].equals(name())) {
            throw Connection.invalidCursor();
        }
        return new Cursor(parts[2], Long.parseLong(parts[1]));
    }

    boolean isAfter(Product product, Cursor cursor, boolean reverse) {
        int byValue = value(product).compareTo(cursor.value());
        int compared = byValue == 0 ? Long.compare(product.id(), cursor.id()) : byValue;
        return reverse ? compared < 0 : compared > 0;
    }
}

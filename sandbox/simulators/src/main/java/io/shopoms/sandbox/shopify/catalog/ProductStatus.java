package io.shopoms.sandbox.shopify.catalog;

/** Who may see a product. */
public enum ProductStatus {
    ACTIVE,
    ARCHIVED,
    DRAFT,
    /** Sold, but only to who knows its address. */
    UNLISTED
}

package io.shopoms.catalog.product;

/** Whether customers can see and buy a product. */
public enum ProductStatus {
    ACTIVE,
    DRAFT,
    ARCHIVED,
    /** Sold to those who have its address, shown to nobody else. */
    UNLISTED
}

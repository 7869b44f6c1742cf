package io.shopoms.catalog.product;

/** The fields of which a merchant can say which side leads; the variants' own ones are led for all variants alike. */
public enum ProductField {
    TITLE,
    DESCRIPTION,
    VENDOR,
    PRODUCT_TYPE,
    TAGS,
    STATUS,
    IMAGES,
    METAFIELDS,
    SKU,
    BARCODE,
    PRICE,
    COMPARE_AT_PRICE,
    COST,
    WEIGHT,
    /** Taxable, shipped, tracked. */
    HANDLING
}

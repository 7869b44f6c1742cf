package io.shopoms.catalog.policy;

/** Where a product, or one of its fields, is kept; the others follow. */
public enum CatalogSide {
    SHOPIFY,
    ODOO,
    /** A file or address that products are read from; Odoo then follows Shopify. */
    FEED
}

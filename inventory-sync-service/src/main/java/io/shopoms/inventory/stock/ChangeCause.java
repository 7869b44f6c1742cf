package io.shopoms.inventory.stock;

/** Why a level in Shopify changed, in the audit log. */
public enum ChangeCause {
    /** The stock in Odoo: receipts, deliveries, reservations, B2B orders. */
    ODOO,
    /** An order of a Shopify store: placed, edited, cancelled or refunded. */
    ORDER,
    /** A choice of a person in shopOMS: a link, an allocation, a buffer, a mapping. */
    SETTING,
    /** A difference that nobody accounted for: someone changed it in Shopify, or another app. */
    DRIFT,
    /** The first time that the level was read or written. */
    FIRST_SYNC
}

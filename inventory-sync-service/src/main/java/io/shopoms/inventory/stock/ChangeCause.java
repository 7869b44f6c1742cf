package io.shopoms.inventory.stock;

/** Why a level in Shopify changed, in the audit log. */
public enum ChangeCause {
    /** The stock in Odoo: receipts, deliveries, reservations, B2B orders. */
    ODOO,
    /** An order of a Shopify store: placed, edited, cancelled or refunded. */
    ORDER,
    /** A choice of a person in shopOMS: a link, an allocation, a buffer, a mapping. */
    SETTING,
    /** Seen in Shopify, and nobody has accounted for it yet; a later line says what it was. */
    UNEXPLAINED,
    /** It stayed unexplained: someone changed it in Shopify, or another app. */
    DRIFT,
    /** The first time that the level was read or written, or the first after it was not kept for a while. */
    FIRST_SYNC
}

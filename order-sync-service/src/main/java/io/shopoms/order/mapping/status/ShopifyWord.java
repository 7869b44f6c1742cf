package io.shopoms.order.mapping.status;

import io.shopoms.order.shopify.ShopifyOrder;

/** What Shopify says of an order's progress. It learns of shipments from Odoo, so its word is the older one. */
public enum ShopifyWord {
    OPEN,
    PARTLY_FULFILLED,
    FULFILLED,
    CANCELLED;

    /** Reads it off the newest version of the order. */
    public static ShopifyWord of(ShopifyOrder order) {
        if (order.cancelledAt().isPresent()) {
            return CANCELLED;
        }
        return switch (order.fulfillmentStatus()) {
            case FULFILLED -> FULFILLED;
            case PARTIAL -> PARTLY_FULFILLED;
            case UNFULFILLED, RESTOCKED -> OPEN;
        };
    }
}

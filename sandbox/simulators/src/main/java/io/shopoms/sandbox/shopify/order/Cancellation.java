package io.shopoms.sandbox.shopify.order;

/**
 * How an order is cancelled.
 *
 * @param reason one of Shopify's, lower case
 * @param restock whether the units are in stock again
 * @param refund false to keep the money for the time being
 * @param note for the staff; null for none
 */
public record Cancellation(String reason, boolean restock, boolean refund, String note) {

    public static Cancellation of(String reason, boolean restock) {
        return new Cancellation(reason, restock, true, null);
    }
}

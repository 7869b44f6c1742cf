package io.shopoms.sandbox.shopify.order;

import java.time.Instant;

/**
 * A movement of money.
 *
 * @param kind SALE or REFUND
 * @param status SUCCESS, or PENDING for a payment that is still awaited
 * @param parent the sale that a refund gives back; null for none
 */
public record Transaction(
        long id, Kind kind, Status status, String gateway, MoneyBag amount, Transaction parent, Instant processedAt) {

    public enum Kind {
        SALE,
        REFUND
    }

    public enum Status {
        SUCCESS,
        PENDING
    }
}

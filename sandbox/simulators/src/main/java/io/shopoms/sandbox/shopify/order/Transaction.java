package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import java.time.Instant;
import java.util.Optional;

/**
 * A movement of money.
 *
 * @param amount without the small change of a cash payment
 * @param change what the till rounded {@code amount} by; null where no cash is involved
 * @param parent what it follows on: the sale that a refund gives back, the authorization that is captured; null for none
 */
public record Transaction(
        long id,
        Order order,
        Kind kind,
        Status status,
        String gateway,
        MoneyBag amount,
        MoneyBag change,
        Transaction parent,
        Instant processedAt) {

    public static final String GIFT_CARD = "gift_card";

    public enum Kind {
        AUTHORIZATION,
        CAPTURE,
        SALE,
        REFUND,
        VOID
    }

    public enum Status {
        SUCCESS,
        PENDING,
        FAILURE
    }

    public boolean succeeded() {
        return status == Status.SUCCESS;
    }

    public Optional<MoneyBag> rounding() {
        return Optional.ofNullable(change);
    }

    /** Whether a person, not a payment provider, says that the money moved. */
    public boolean manual() {
        return OrderDraft.isManual(gateway);
    }
}

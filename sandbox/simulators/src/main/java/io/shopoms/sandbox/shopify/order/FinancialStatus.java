package io.shopoms.sandbox.shopify.order;

import java.math.BigDecimal;
import java.util.Locale;

/** How far an order is paid. */
public enum FinancialStatus {
    PENDING,
    PAID,
    PARTIALLY_PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    VOIDED;

    static FinancialStatus of(boolean cancelled, BigDecimal received, BigDecimal refunded, BigDecimal due) {
        if (received.signum() == 0) {
            return cancelled ? VOIDED : due.signum() == 0 ? PAID : PENDING;
        }
        if (refunded.signum() > 0) {
            return refunded.compareTo(received) >= 0 ? REFUNDED : PARTIALLY_REFUNDED;
        }
        return received.compareTo(due) < 0 ? PARTIALLY_PAID : PAID;
    }

    /** As in webhooks: {@code partially_paid}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

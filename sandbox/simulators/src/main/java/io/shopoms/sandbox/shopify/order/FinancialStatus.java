package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import java.math.BigDecimal;
import java.util.Locale;

/** How far an order is paid. */
public enum FinancialStatus {
    AUTHORIZED,
    PENDING,
    PAID,
    PARTIALLY_PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    VOIDED;

    static FinancialStatus of(Order order) {
        Payments payments = order.payments();
        BigDecimal received = payments.received().shopMoney().amount();
        BigDecimal refunded = payments.refunded().shopMoney().amount();
        BigDecimal due = order.prices().current(OrderAmounts::total).shopMoney().amount();
        if (received.signum() == 0) {
            return unpaid(order, due);
        }
        if (refunded.signum() > 0) {
            return refunded.compareTo(received) >= 0 ? REFUNDED : PARTIALLY_REFUNDED;
        }
        return received.compareTo(due) < 0 ? PARTIALLY_PAID : PAID;
    }

    private static FinancialStatus unpaid(Order order, BigDecimal due) {
        if (order.payments().capturable().isPositive()) {
            return AUTHORIZED;
        }
        if (order.payments().voided() || order.cancelledAt().isPresent()) {
            return VOIDED;
        }
        return due.signum() == 0 ? PAID : PENDING;
    }

    /** As in webhooks: {@code partially_paid}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

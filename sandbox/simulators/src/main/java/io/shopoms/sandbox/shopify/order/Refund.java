package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Units and charges taken back from an order, and the money that went back with them. What the transactions moved is the
 * worth of lines, shipping and duties, less the adjustments.
 *
 * @param orderReturn the return that it settles; null for none
 */
public record Refund(
        long id,
        Order order,
        Instant createdAt,
        String note,
        List<Line> lines,
        List<Shipping> shipping,
        List<DutyBack> duties,
        List<Adjustment> adjustments,
        List<Transaction> transactions,
        OrderReturn orderReturn) {

    /** What becomes of the units. */
    public enum Restock {
        NO_RESTOCK,
        /** Not shipped, and not to be shipped any more. */
        CANCEL,
        /** Shipped, and came back. */
        RETURN;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why more or less was given back than what was taken back is worth. */
    public enum Reason {
        CUSTOMER,
        DAMAGE,
        FULL_RETURN_BALANCING_ADJUSTMENT,
        PENDING_REFUND_DISCREPANCY,
        REFUND_DISCREPANCY,
        RESTOCK;

        /** As in webhooks: {@code Refund discrepancy}, also where money is under way, as recorded ones show. */
        public String label() {
            if (this == PENDING_REFUND_DISCREPANCY) {
                return REFUND_DISCREPANCY.label();
            }
            String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    }

    /**
     * @param location where the units are in stock again; null where they are not
     * @param subtotal after discounts
     */
    public record Line(
            long id,
            Order order,
            LineItem lineItem,
            int quantity,
            Restock restock,
            Location location,
            MoneyBag subtotal,
            MoneyBag tax) {

        public boolean restocked() {
            return restock != Restock.NO_RESTOCK;
        }
    }

    public record Shipping(long id, Order order, ShippingLine shippingLine, MoneyBag subtotal, MoneyBag tax) {}

    public record DutyBack(Order order, Duty duty, MoneyBag amount) {}

    /** @param amount positive where less was given back, negative where more was */
    public record Adjustment(long id, MoneyBag amount, Reason reason) {}

    public Optional<OrderReturn> settledReturn() {
        return Optional.ofNullable(orderReturn);
    }

    /** What really went back. */
    public MoneyBag total() {
        return order.zero()
                .plusAll(transactions.stream()
                        .filter(Transaction::succeeded)
                        .map(Transaction::amount)
                        .toList());
    }
}

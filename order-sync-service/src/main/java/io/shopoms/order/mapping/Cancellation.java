package io.shopoms.order.mapping;

import io.shopoms.order.mapping.OrderChange.LineChange;
import io.shopoms.order.mapping.returns.ReturnPlan;
import io.shopoms.order.shopify.Refund;
import io.shopoms.order.shopify.RestockType;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of an Odoo order whose Shopify order is cancelled. What was not delivered is taken off. Delivered goods are
 * never cancelled silently: the order is cancelled when all of them are back, it stays when refunds say that the customer
 * keeps them or that they come back, and waits for a person otherwise.
 */
public sealed interface Cancellation {

    /** Nothing of it is with the customer: the whole order is cancelled. */
    record Whole() implements Cancellation {}

    /**
     * Something is, and Shopify's refunds say what becomes of all of it.
     *
     * @param remark what becomes of it, for people
     */
    record Explained(String remark) implements Cancellation {}

    /** Something is, and nobody said what becomes of it. */
    record Unexplained(RejectedByTarget failure) implements Cancellation {}

    /** @param returns what comes back, as prepared so far */
    static Cancellation of(ShopifyOrder order, SaleOrderState present, ReturnPlan returns) {
        List<String> unexplained = new ArrayList<>();
        List<String> explained = new ArrayList<>();
        for (SaleLineState line : present.lines()) {
            BigDecimal expected = returns.expected(line).min(line.delivered());
            BigDecimal kept = kept(order, line).min(line.delivered().subtract(expected));
            BigDecimal rest = line.delivered().subtract(expected).subtract(kept);
            add(explained, expected, line, "on the way back");
            add(explained, kept, line, "kept by the customer");
            add(unexplained, rest, line, "delivered");
        }
        if (!unexplained.isEmpty()) {
            return new Unexplained(waiting(present, String.join(", ", unexplained)));
        }
        return explained.isEmpty()
                ? new Whole()
                : new Explained("cancelled in Shopify, " + String.join(", ", explained));
    }

    /** What is still in the house is taken off the order; charges stay as they are, credit notes say what is paid back. */
    static OrderChange withoutUndelivered(SaleOrderState present, ReturnPlan returns) {
        List<LineChange> changes = new ArrayList<>();
        for (SaleLineState line : present.lines()) {
            if (line.shopifyLine().isPresent()) {
                BigDecimal quantity = returns.quantity(line, BigDecimal.ZERO);
                if (quantity.compareTo(line.quantity()) != 0) {
                    changes.add(LineChange.quantity(line, quantity));
                }
            }
        }
        return OrderChange.ofLines(changes, List.of());
    }

    private static void add(List<String> words, BigDecimal units, SaleLineState line, String what) {
        if (units.signum() > 0) {
            words.add(units.stripTrailingZeros().toPlainString() + " x " + line.label() + " " + what);
        }
    }

    private static BigDecimal kept(ShopifyOrder order, SaleLineState line) {
        return order.refunds().stream()
                .flatMap(refund -> refund.lines().stream())
                .filter(refunded -> refunded.restock() == RestockType.NO_RESTOCK)
                .filter(refunded -> line.shopifyLine()
                        .filter(id -> id == refunded.lineId().value())
                        .isPresent())
                .map(Refund.Line::quantity)
                .map(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static RejectedByTarget waiting(SaleOrderState present, String what) {
        return new RejectedByTarget(
                present.name() + " was cancelled in Shopify, but goods of it have left: " + what,
                "Take the goods back with a return in Odoo and credit them, or refund them in Shopify and say there"
                        + " whether they come back; then retry. What was not delivered is cancelled already.");
    }
}

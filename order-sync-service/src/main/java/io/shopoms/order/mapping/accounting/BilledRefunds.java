package io.shopoms.order.mapping.accounting;

import io.shopoms.model.ShopifyId;
import io.shopoms.order.policy.OrderPolicy.RefundsBeforeInvoice;
import io.shopoms.order.shopify.Duty;
import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.Refund;
import io.shopoms.order.shopify.ShippingLine;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells for each refund what of it was billed before. What was taken off an order before its invoice is not in the
 * invoice; which refunds these are, only the sums tell: what was ordered, less what invoices hold, was never billed, and
 * the earliest refunds account for it. The answer for a refund stays the same when later refunds and invoices come.
 */
final class BilledRefunds {

    private final ShopifyOrder order;
    private final OrderAccount account;
    private final RefundsBeforeInvoice policy;
    private final boolean billed;
    private final Map<ShopifyId, Unbilled> unbilledUnits = new HashMap<>();
    private final Unbilled unbilledShipping;
    private final Unbilled unbilledDuties;
    private final Unbilled unbilledAdjustments;

    private BilledRefunds(ShopifyOrder order, OrderAccount account, RefundsBeforeInvoice policy) {
        this.order = order;
        this.account = account;
        this.policy = policy;
        this.billed = !account.invoices().isEmpty();
        this.unbilledShipping = new Unbilled(sum(order.shippingLines().stream()
                        .map(ShippingLine::net)
                        .map(Money::amount)
                        .toList())
                .subtract(billedAmount(BilledLine.SHIPPING, order.taxesIncluded())));
        this.unbilledDuties = new Unbilled(sum(order.lines().stream()
                        .flatMap(line -> line.duties().stream())
                        .map(Duty::amount)
                        .map(Money::amount)
                        .toList())
                .subtract(billedAmount(BilledLine.DUTY, false)));
        // Such a line takes off what went back beyond the parts: an invoice that holds it says so already.
        this.unbilledAdjustments =
                new Unbilled(billedAmount(BilledLine.ADJUSTMENT, true).negate());
    }

    /** In the order in which the refunds were made. */
    static List<BilledRefund> of(ShopifyOrder order, OrderAccount account, RefundsBeforeInvoice policy) {
        BilledRefunds refunds = new BilledRefunds(order, account, policy);
        return order.refunds().stream().map(refunds::billed).toList();
    }

    private BilledRefund billed(Refund refund) {
        List<BilledRefund.Units> units = new ArrayList<>();
        for (Refund.Line line : refund.lines()) {
            int quantity = unbilledUnits(line.lineId())
                    .beyond(BigDecimal.valueOf(line.quantity()))
                    .intValue();
            if (quantity > 0) {
                saleLine(line.lineId())
                        .ifPresent(saleLine -> units.add(new BilledRefund.Units(line, saleLine, quantity)));
            }
        }
        List<BilledRefund.Shipping> shipping = new ArrayList<>();
        for (Refund.Shipping refunded : refund.shipping()) {
            BigDecimal amount = unbilledShipping.beyond(refunded.subtotal().amount());
            if (billed && amount.signum() > 0) {
                shipping.add(new BilledRefund.Shipping(refunded, amount, shippingLine(refunded)));
            }
        }
        BigDecimal duties = unbilledDuties.beyond(refund.duties().amount());
        BigDecimal adjustment = unbilledAdjustments.beyond(
                refund.adjusted(order.currency()).amount().negate());
        boolean credited = billed || !units.isEmpty();
        return new BilledRefund(
                refund, units, shipping, billed ? duties : BigDecimal.ZERO, credited ? adjustment : BigDecimal.ZERO);
    }

    private Unbilled unbilledUnits(ShopifyId item) {
        return unbilledUnits.computeIfAbsent(item, id -> {
            BigDecimal refunded = order.refunds().stream()
                    .flatMap(refund -> refund.lines().stream())
                    .filter(line -> line.lineId().equals(id))
                    .map(line -> BigDecimal.valueOf(line.quantity()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal left = order.lines().stream()
                    .filter(line -> line.id().equals(id))
                    .map(LineItem::currentQuantity)
                    .map(BigDecimal::valueOf)
                    .findFirst()
                    .orElse(BigDecimal.ZERO);
            BigDecimal held = saleLine(id).map(this::heldUnits).orElse(BigDecimal.ZERO);
            return new Unbilled(refunded.subtract(held.subtract(left).max(BigDecimal.ZERO)));
        });
    }

    /** By policy, units that stay on the order count as billed: their invoice is still to come, and will hold them. */
    private BigDecimal heldUnits(BilledLine line) {
        BigDecimal units = account.billedUnits(line);
        return policy == RefundsBeforeInvoice.CREDIT ? units.max(line.quantity()) : units;
    }

    private Optional<BilledLine> saleLine(ShopifyId item) {
        return account.line(BilledLine.ITEM, item);
    }

    private Optional<BilledLine> shippingLine(Refund.Shipping refunded) {
        return refunded.shippingLineId()
                .flatMap(id -> account.line(BilledLine.SHIPPING, id))
                .or(() -> account.lines(BilledLine.SHIPPING).findFirst());
    }

    private BigDecimal billedAmount(String kind, boolean withTax) {
        return sum(account.lines(kind)
                .map(line -> account.billedAmount(line, withTax))
                .toList());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was refunded without ever having been billed; used up by the earliest refunds. */
    private static final class Unbilled {

        private BigDecimal left;

        Unbilled(BigDecimal amount) {
            this.left = amount;
        }

        /** The part of {@code refunded} that was billed. */
        BigDecimal beyond(BigDecimal refunded) {
            if (refunded.signum() * left.signum() <= 0) {
                return refunded;
            }
            BigDecimal never = refunded.signum() > 0 ? refunded.min(left) : refunded.max(left);
            left = left.subtract(never);
            return refunded.subtract(never);
        }
    }
}

package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.LineAmounts;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One refund in the making. What it takes back is worth what the order costs less without it, so that several refunds of
 * a line always add up to the line.
 */
final class RefundEntry {

    /**
     * How the money goes back.
     *
     * @param amount null for all that is owed
     * @param pending whether it takes time
     * @param discrepancy why the amount differs from what is owed
     */
    record Giving(MoneyBag amount, boolean pending, Refund.Reason discrepancy) {

        static final Giving ALL_OWED = new Giving(null, false, Refund.Reason.REFUND_DISCREPANCY);
    }

    private record Taken(int units, Refund.Restock restock) {}

    private final Shop shop;
    private final Order order;
    private final OrderPrices before;
    private final Instant now;
    private final Map<LineItem, Taken> lines = new LinkedHashMap<>();
    private final List<ShippingLine> shipping = new ArrayList<>();
    private final List<Duty> duties = new ArrayList<>();

    RefundEntry(Shop shop, Order order, Instant now) {
        this.shop = shop;
        this.order = order;
        this.before = order.prices();
        this.now = now;
    }

    /** @param cancelled of the units, how many are not to be shipped any more */
    void takeBack(LineItem line, int units, int cancelled, Refund.Restock restock) {
        if (units > 0) {
            lines.put(line, new Taken(units, restock));
        }
        line.takeBack(units, cancelled);
        FulfillmentOrders.remove(shop, order, line, cancelled, restock != Refund.Restock.NO_RESTOCK, now);
        if (restock == Refund.Restock.RETURN) {
            new StockEffects(shop).giveBack(line, FulfillmentOrders.locationOf(shop, order, line), units);
        }
        order.reprice();
    }

    /** @param amount of the discounted price; more than is left counts as all of it */
    void takeBack(ShippingLine line, MoneyBag amount) {
        shipping.add(line);
        order.charges().takeBack(line.id(), amount);
        order.reprice();
    }

    void takeBack(Duty duty, MoneyBag amount) {
        duties.add(duty);
        order.charges().takeBack(duty.id(), amount);
        order.reprice();
    }

    /** Records the refund, and gives money back by {@code giving}; null to keep it for the time being. */
    Refund settle(Giving giving, String note, OrderReturn settled) {
        MoneyBag owed = order.prices()
                .zero()
                .max(order.netPayment().minus(order.prices().current(OrderAmounts::total)));
        List<Transaction> transactions = new ArrayList<>();
        List<Refund.Adjustment> adjustments = new ArrayList<>();
        if (giving != null) {
            MoneyBag amount = giving.amount() == null ? owed.min(order.netPayment()) : giving.amount();
            transactions.addAll(new GivingBack(shop, order).give(amount, giving.pending(), now));
            adjust(adjustments, owed.minus(amount), giving.discrepancy());
            if (giving.pending()) {
                adjust(adjustments, amount, Refund.Reason.PENDING_REFUND_DISCREPANCY);
            }
        }
        Refund refund = new Refund(
                shop.nextId(),
                order,
                now,
                note,
                refundedLines(),
                refundedShipping(),
                refundedDuties(),
                adjustments,
                transactions,
                settled);
        order.add(refund);
        order.touch(now);
        return refund;
    }

    private void adjust(List<Refund.Adjustment> adjustments, MoneyBag amount, Refund.Reason reason) {
        if (!amount.isZero()) {
            boolean all = order.lines().stream().allMatch(line -> line.currentQuantity() == 0) && !lines.isEmpty();
            Refund.Reason why = all && reason == Refund.Reason.REFUND_DISCREPANCY
                    ? Refund.Reason.FULL_RETURN_BALANCING_ADJUSTMENT
                    : reason;
            adjustments.add(new Refund.Adjustment(shop.nextId(), amount, why));
        }
    }

    private List<Refund.Line> refundedLines() {
        List<Refund.Line> refunded = new ArrayList<>();
        lines.forEach((line, taken) -> {
            int index = order.indexOf(line);
            refunded.add(new Refund.Line(
                    shop.nextId(),
                    order,
                    line,
                    taken.units(),
                    taken.restock(),
                    taken.restock() == Refund.Restock.NO_RESTOCK
                            ? null
                            : FulfillmentOrders.locationOf(shop, order, line),
                    less(amounts -> amounts.lines().get(index), LineAmounts::net),
                    less(amounts -> amounts.lines().get(index), LineAmounts::tax)));
        });
        return refunded;
    }

    private List<Refund.Shipping> refundedShipping() {
        return shipping.stream()
                .map(line -> {
                    int index = order.charges().shipping().indexOf(line);
                    return new Refund.Shipping(
                            shop.nextId(),
                            order,
                            line,
                            less(amounts -> amounts.shipping().get(index), LineAmounts::net),
                            less(amounts -> amounts.shipping().get(index), LineAmounts::tax));
                })
                .toList();
    }

    private List<Refund.DutyBack> refundedDuties() {
        return duties.stream()
                .map(duty -> {
                    int index = order.charges().indexOf(duty);
                    return new Refund.DutyBack(
                            order, duty, less(amounts -> amounts.duties().get(index), LineAmounts::net));
                })
                .toList();
    }

    private MoneyBag less(Function<OrderAmounts, LineAmounts> part, Function<LineAmounts, BigDecimal> amount) {
        Function<OrderAmounts, BigDecimal> of = part.andThen(amount);
        return before.current(of).minus(order.prices().current(of));
    }
}

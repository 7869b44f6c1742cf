package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Refunds orders, as the merchant does in the admin. */
public final class Refunding {

    private final Shop shop;
    private final StoreEvents events;

    public Refunding(Shop shop, StoreEvents events) {
        this.shop = shop;
        this.events = events;
    }

    /** @throws IllegalArgumentException if there are not so many units, or not so much money, to give back */
    public Refund refund(Order order, RefundWish wish) {
        Map<LineItem, RefundWish.Line> lines = new LinkedHashMap<>();
        wish.lines().forEach(line -> lines.put(checked(order, line), line));
        MoneyBag amount = wish.amount() == null ? null : Charging.amount(order, wish.amount());
        if (amount != null
                && !wish.allowOverRefunding()
                && order.netPayment().minus(amount).shopMoney().amount().signum() < 0) {
            throw new IllegalArgumentException("Refund amount cannot exceed the available amount.");
        }
        Instant now = shop.now();
        RefundEntry entry = new RefundEntry(shop, order, now);
        lines.forEach((line, want) -> takeBack(entry, order, line, want, wish.duties()));
        if (wish.shipping() || wish.shippingAmount() != null) {
            takeShippingBack(entry, order, wish.shipping() ? null : wish.shippingAmount());
        }
        RefundEntry.Giving giving =
                wish.keepMoney() ? null : new RefundEntry.Giving(amount, wish.pending(), wish.discrepancy());
        Refund refund = entry.settle(giving, wish.note(), null);
        events.changed(StoreChange.of(order, events(refund, List.of("orders/updated"))));
        return refund;
    }

    /** The refund's own events, and then those of its order. */
    static Stream<StoreEvent> events(Refund refund, List<String> orderTopics) {
        return Stream.of(
                        Stream.of(new StoreEvent("refunds/create", refund)),
                        refund.transactions().stream().map(each -> new StoreEvent("order_transactions/create", each)),
                        orderTopics.stream().map(topic -> new StoreEvent(topic, refund.order())))
                .flatMap(each -> each);
    }

    private static LineItem checked(Order order, RefundWish.Line want) {
        LineItem line = OrderLines.find(order, want.line(), want.sku());
        if (want.quantity() > line.currentQuantity()) {
            throw new IllegalArgumentException("Refund cannot refund more items than were purchased");
        }
        if (want.restockType() == Refund.Restock.CANCEL && want.quantity() > line.fulfillableQuantity()) {
            throw new IllegalArgumentException("only units that are not shipped can be cancelled");
        }
        if (want.restockType() == Refund.Restock.RETURN && want.quantity() > line.fulfilledQuantity()) {
            throw new IllegalArgumentException("only units that were shipped can be returned");
        }
        return line;
    }

    private static void takeBack(RefundEntry entry, Order order, LineItem line, RefundWish.Line want, boolean duties) {
        int before = line.currentQuantity();
        int cancelled = want.restockType() == Refund.Restock.CANCEL ? want.quantity() : 0;
        entry.takeBack(line, want.quantity(), cancelled, want.restockType());
        if (duties) {
            for (Duty duty : order.charges().dutiesOf(line)) {
                int index = order.charges().indexOf(duty);
                MoneyBag left = order.prices()
                        .current(amounts -> amounts.duties().get(index).net());
                entry.takeBack(duty, want.quantity() == before ? left : Charging.part(left, want.quantity(), before));
            }
        }
    }

    /** @param amount of all shipping lines, from the first on; null for all of them */
    private static void takeShippingBack(RefundEntry entry, Order order, BigDecimal amount) {
        MoneyBag wanted = amount == null ? null : Charging.amount(order, amount);
        List<ShippingLine> lines = order.charges().shipping();
        for (int i = 0; i < lines.size(); i++) {
            int index = i;
            MoneyBag left = order.prices()
                    .current(amounts -> amounts.shipping().get(index).net());
            MoneyBag part = wanted == null ? left : wanted.min(left);
            if (part.isPositive()) {
                entry.takeBack(lines.get(i), part);
                wanted = wanted == null ? null : wanted.minus(part);
            }
        }
    }
}

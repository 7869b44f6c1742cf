package io.shopoms.sandbox.shopify.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes shipped units back, and gives others or the money for them. */
public final class Returning {

    private final Shop shop;
    private final StoreEvents events;

    public Returning(Shop shop, StoreEvents events) {
        this.shop = shop;
        this.events = events;
    }

    /**
     * Refunds what the returned units are worth beyond what is given in exchange; where the exchange costs more, the
     * difference is outstanding.
     *
     * @throws IllegalArgumentException if not so many units were shipped
     */
    public OrderReturn take(Order order, ReturnWish wish) {
        for (ReturnWish.Line line : wish.lines()) {
            LineItem item = OrderLines.find(order, null, line.sku());
            if (line.quantity() > Math.min(item.fulfilledQuantity(), item.currentQuantity())) {
                throw new IllegalArgumentException("only units that were shipped can be returned");
            }
        }
        Instant now = shop.now();
        RefundEntry entry = new RefundEntry(shop, order, now);
        List<OrderReturn.Line> returned = new ArrayList<>();
        for (ReturnWish.Line line : wish.lines()) {
            LineItem item = OrderLines.find(order, null, line.sku());
            entry.takeBack(item, line.quantity(), 0, Refund.Restock.RETURN);
            returned.add(new OrderReturn.Line(shop.nextId(), item, line.quantity()));
        }
        OrderEditing editing = new OrderEditing(shop, events);
        List<LineItem> given = wish.exchange().stream()
                .map(draft -> editing.add(order, draft, now))
                .toList();
        OrderReturn taken = new OrderReturn(
                shop.nextId(), order, order.name() + "-R" + (order.returns().size() + 1), returned, given, now);
        order.add(taken);
        order.reprice();
        Refund refund = entry.settle(RefundEntry.Giving.ALL_OWED, null, taken);
        events.changed(StoreChange.of(order, Refunding.events(refund, List.of("orders/updated"))));
        return taken;
    }
}

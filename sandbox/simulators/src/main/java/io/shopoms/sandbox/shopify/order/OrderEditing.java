package io.shopoms.sandbox.shopify.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Changes orders, as the merchant does in the admin. */
public final class OrderEditing {

    private final Shop shop;
    private final OrderEvents events;

    public OrderEditing(Shop shop, OrderEvents events) {
        this.shop = shop;
        this.events = events;
    }

    /** @throws IllegalArgumentException if the order is cancelled, or units were shipped that the edit removes */
    public void edit(Order order, OrderEdit edit) {
        if (order.cancelledAt().isPresent()) {
            throw new IllegalArgumentException(order.name() + " is cancelled and cannot be edited");
        }
        edit.lines().forEach(line -> check(order, line));
        Instant now = shop.now();
        order.change(order.details().with(edit));
        edit.lines().forEach(line -> change(order, line, now));
        if (!edit.lines().isEmpty()) {
            order.markEdited();
        }
        order.touch(now);
        events.changed(new OrderChange(order, List.of("orders/updated"), Optional.empty()));
    }

    /** Saves the order without a change: only {@code updated_at} moves. */
    public void touch(Order order) {
        order.touch(shop.now());
        events.changed(new OrderChange(order, List.of("orders/updated"), Optional.empty()));
    }

    /** Keeps what is open from being shipped, or lets it go again. */
    public void hold(Order order, boolean hold) {
        Instant now = shop.now();
        for (FulfillmentOrder each : order.fulfillmentOrders()) {
            if (hold && each.isFulfillable()) {
                each.hold(now);
            } else if (!hold && each.status() == FulfillmentOrder.Status.ON_HOLD) {
                each.release(now);
            }
        }
        touch(order);
    }

    private static void check(Order order, OrderEdit.Line wish) {
        find(order, wish.sku()).ifPresent(line -> {
            if (wish.quantity() < line.fulfilledQuantity()) {
                throw new IllegalArgumentException(line.fulfilledQuantity() + " of " + wish.sku() + " are shipped");
            }
        });
    }

    private static Optional<LineItem> find(Order order, String sku) {
        return order.lines().stream()
                .filter(line -> sku.equals(line.draft().sku()))
                .findFirst();
    }

    private void change(Order order, OrderEdit.Line wish, Instant now) {
        Optional<LineItem> existing = find(order, wish.sku());
        if (existing.isEmpty()) {
            if (wish.quantity() > 0) {
                addLine(order, wish, now);
            }
            return;
        }
        LineItem line = existing.get();
        int units = wish.quantity() - line.currentQuantity();
        line.changeBy(units);
        if (units > 0) {
            FulfillmentOrders.add(shop, order, line, units, now);
        } else if (units < 0) {
            FulfillmentOrders.remove(order, line, -units, now);
        }
    }

    private void addLine(Order order, OrderEdit.Line wish, Instant now) {
        DraftLine draft = new DraftLine(
                wish.sku(),
                wish.title(),
                null,
                wish.quantity(),
                wish.price(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        LineItem line = new LineItem(shop.nextId(), draft, shop.variant(draft), true);
        order.add(line);
        FulfillmentOrders.add(shop, order, line, wish.quantity(), now);
    }
}

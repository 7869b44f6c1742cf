package io.shopoms.sandbox.shopify.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes orders, as the merchant does in the admin. */
public final class OrderEditing {

    private final Shop shop;
    private final StoreEvents events;

    public OrderEditing(Shop shop, StoreEvents events) {
        this.shop = shop;
        this.events = events;
    }

    /**
     * @throws IllegalArgumentException if the order is cancelled, units were shipped that the edit removes, or it has no
     *     such shipping line
     */
    public void edit(Order order, OrderEdit edit) {
        if (order.cancelledAt().isPresent()) {
            throw new IllegalArgumentException(order.name() + " is cancelled and cannot be edited");
        }
        edit.lines().forEach(line -> check(order, line));
        List<ShippingLine> unwanted = shippingToRemove(order, edit);
        Instant now = shop.now();
        order.change(order.details().with(edit));
        CommittedEdit committed = commit(order, edit, unwanted, now);
        order.touch(now);
        if (committed.isEmpty()) {
            events.changed(StoreChange.of(order, "orders/updated"));
        } else {
            order.markEdited();
            events.changed(StoreChange.of(
                    order,
                    Stream.of(new StoreEvent("orders/edited", committed), new StoreEvent("orders/updated", order))));
        }
    }

    private CommittedEdit commit(Order order, OrderEdit edit, List<ShippingLine> unwanted, Instant now) {
        List<CommittedEdit.Units> added = new ArrayList<>();
        List<CommittedEdit.Units> removed = new ArrayList<>();
        for (OrderEdit.Line wish : edit.lines()) {
            change(order, wish, now)
                    .ifPresent(change -> (change.units() > 0 ? added : removed)
                            .add(new CommittedEdit.Units(change.line(), Math.abs(change.units()))));
        }
        List<ShippingLine> shipping = new ArrayList<>();
        if (edit.addShipping() != null) {
            shipping.add(new ShippingLine(shop.nextId(), edit.addShipping(), true));
            order.charges().add(shipping.get(0));
        }
        unwanted.forEach(ShippingLine::remove);
        return new CommittedEdit(shop.nextId(), order, now, added, removed, shipping, unwanted);
    }

    /** Saves the order without a change: only {@code updated_at} moves. */
    public void touch(Order order) {
        order.touch(shop.now());
        events.changed(StoreChange.of(order, "orders/updated"));
    }

    /** @param tags all that it has from now on */
    public void tag(Order order, List<String> tags) {
        order.change(order.details().with(tags));
        touch(order);
    }

    /** The order is done with, and out of the merchant's sight. */
    public void close(Order order) {
        Instant now = shop.now();
        order.close(now);
        touch(order);
    }

    /** Removes the order for good; what was not shipped of it is not in stock again. */
    public void delete(Order order) {
        Instant now = shop.now();
        order.lines()
                .forEach(line -> FulfillmentOrders.remove(shop, order, line, line.fulfillableQuantity(), false, now));
        shop.remove(order);
        events.changed(StoreChange.of(order, Stream.of(new StoreEvent("orders/delete", new DeletedOrder(order.id())))));
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
        OrderLines.find(order, wish.sku()).ifPresent(line -> {
            if (line.currentQuantity() - wish.quantity() > line.fulfillableQuantity()) {
                throw new IllegalArgumentException(line.fulfilledQuantity() + " of " + wish.sku() + " are shipped");
            }
        });
    }

    private static List<ShippingLine> shippingToRemove(Order order, OrderEdit edit) {
        if (edit.removeShipping() == null) {
            return List.of();
        }
        List<ShippingLine> found = order.charges().shipping().stream()
                .filter(line -> !line.removed() && line.draft().code().equals(edit.removeShipping()))
                .limit(1)
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(order.name() + " has no shipping line " + edit.removeShipping());
        }
        return found;
    }

    /** The line with the units that came (above 0) or went. */
    private Optional<CommittedEdit.Units> change(Order order, OrderEdit.Line wish, Instant now) {
        Optional<LineItem> existing = OrderLines.find(order, wish.sku());
        if (existing.isEmpty()) {
            return wish.quantity() == 0
                    ? Optional.empty()
                    : Optional.of(new CommittedEdit.Units(add(order, drafted(wish), now), wish.quantity()));
        }
        LineItem line = existing.get();
        int units = wish.quantity() - line.currentQuantity();
        line.changeBy(units);
        if (units > 0) {
            FulfillmentOrders.add(shop, order, line, units, now);
        } else if (units < 0) {
            FulfillmentOrders.remove(shop, order, line, -units, true, now);
        }
        return units == 0 ? Optional.empty() : Optional.of(new CommittedEdit.Units(line, units));
    }

    private static DraftLine drafted(OrderEdit.Line wish) {
        return new DraftLine(
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
    }

    LineItem add(Order order, DraftLine draft, Instant now) {
        LineItem line = new LineItem(shop.nextId(), draft, shop.variant(draft), null, true);
        order.add(line);
        FulfillmentOrders.add(shop, order, line, draft.quantity(), now);
        return line;
    }
}

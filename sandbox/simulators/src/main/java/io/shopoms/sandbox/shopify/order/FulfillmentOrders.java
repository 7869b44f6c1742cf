package io.shopoms.sandbox.shopify.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps an order's fulfilment orders in step with its lines. */
final class FulfillmentOrders {

    private FulfillmentOrders() {}

    /** More units to ship: on an open fulfilment order of the line's location, else on a new one. */
    static void add(Shop shop, Order order, LineItem line, int units, Instant now) {
        Location location = shop.location(line.draft().location());
        Optional<FulfillmentOrder> open = order.fulfillmentOrders().stream()
                .filter(each -> each.isFulfillable() && each.location().equals(location))
                .findFirst();
        if (open.isEmpty()) {
            open(shop, order, location, List.of(new FulfillmentOrder.Line(shop.nextId(), line, units)), now);
            return;
        }
        FulfillmentOrder target = open.get();
        target.lineOf(line)
                .ifPresentOrElse(
                        existing -> existing.changeBy(units),
                        () -> target.add(new FulfillmentOrder.Line(shop.nextId(), line, units)));
        target.settle(now);
    }

    /** Fewer units to ship, taken from whatever still has some. */
    static void remove(Order order, LineItem line, int units, Instant now) {
        int left = units;
        for (FulfillmentOrder each : order.fulfillmentOrders()) {
            Optional<FulfillmentOrder.Line> part = each.lineOf(line);
            int removed = part.map(there -> there.remaining()).orElse(0);
            removed = Math.min(removed, left);
            if (removed > 0) {
                part.get().changeBy(-removed);
                each.settle(now);
                left -= removed;
            }
        }
    }

    static void open(Shop shop, Order order, Location location, List<FulfillmentOrder.Line> lines, Instant now) {
        order.add(new FulfillmentOrder(shop.nextId(), order, location, lines, now));
    }
}

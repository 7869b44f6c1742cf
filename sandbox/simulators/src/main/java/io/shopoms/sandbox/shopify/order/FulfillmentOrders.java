package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.inventory.Location;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps an order's fulfilment orders in step with its lines. */
final class FulfillmentOrders {

    private FulfillmentOrders() {}

    /** More units to ship: on open fulfilment orders of the locations that have them, else on new ones. */
    static void add(Shop shop, Order order, LineItem line, int units, Instant now) {
        StockEffects effects = new StockEffects(shop);
        effects.route(line, units).forEach((location, part) -> {
            FulfillmentOrder.Line added = add(shop, order, line, location, part, now);
            effects.take(added, location, part);
        });
    }

    private static FulfillmentOrder.Line add(
            Shop shop, Order order, LineItem line, Location location, int units, Instant now) {
        Optional<FulfillmentOrder> open = order.fulfillmentOrders().stream()
                .filter(each -> each.isFulfillable() && each.location().equals(location))
                .findFirst();
        if (open.isEmpty()) {
            FulfillmentOrder.Line added = new FulfillmentOrder.Line(shop.nextId(), line, units);
            open(shop, order, location, List.of(added), now);
            return added;
        }
        FulfillmentOrder target = open.get();
        FulfillmentOrder.Line changed = target.lineOf(line).orElse(null);
        if (changed == null) {
            changed = new FulfillmentOrder.Line(shop.nextId(), line, units);
            target.add(changed);
        } else {
            changed.changeBy(units);
        }
        target.settle(now);
        return changed;
    }

    /** Where the units of the line are shipped from, or were. */
    static Location locationOf(Shop shop, Order order, LineItem line) {
        return order.fulfillmentOrders().stream()
                .filter(each -> each.lineOf(line).isPresent())
                .map(FulfillmentOrder::location)
                .findFirst()
                .orElseGet(() -> shop.location(line.draft().location()));
    }

    /**
     * Fewer units to ship, taken from whatever still has some.
     *
     * @param restock whether the inventory gets them back
     */
    static void remove(Shop shop, Order order, LineItem line, int units, boolean restock, Instant now) {
        StockEffects effects = new StockEffects(shop);
        int left = units;
        for (FulfillmentOrder each : order.fulfillmentOrders()) {
            Optional<FulfillmentOrder.Line> part = each.lineOf(line);
            int removed = part.map(there -> there.remaining()).orElse(0);
            removed = Math.min(removed, left);
            if (removed > 0) {
                part.get().changeBy(-removed);
                effects.release(part.get(), each.location(), removed, restock);
                each.settle(now);
                left -= removed;
            }
        }
    }

    static void open(Shop shop, Order order, Location location, List<FulfillmentOrder.Line> lines, Instant now) {
        order.add(new FulfillmentOrder(shop.nextId(), order, location, lines, now));
    }
}

package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.inventory.QuantityName;
import io.shopoms.sandbox.shopify.inventory.Stock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What orders do to the inventory: units that are ordered are committed and not available any more, units that are shipped
 * are gone. Only tracked items are counted, which those of custom lines, and of SKUs that are first seen in an order, are
 * not.
 */
final class StockEffects {

    private final Stock stock;

    StockEffects(Shop shop) {
        this.stock = shop.stock();
    }

    /** Where the units of a line are taken from: first from locations of the online store that have them. */
    Map<Location, Integer> route(LineItem line, int units) {
        Map<Location, Integer> parts = new LinkedHashMap<>();
        Optional<Variant> tracked = tracked(line);
        if (line.draft().location() != null || tracked.isEmpty()) {
            parts.put(stock.locations().named(line.draft().location()), units);
            return parts;
        }
        List<Level> levels = sellable(stock, tracked.get());
        int left = units;
        for (Level level : levels) {
            int taken = Math.min(left, Math.max(0, level.available()));
            if (taken > 0) {
                parts.put(level.location(), taken);
                left -= taken;
            }
        }
        if (left > 0) {
            Location oversold = levels.isEmpty()
                    ? stock.locations().standard()
                    : levels.get(0).location();
            parts.merge(oversold, left, Integer::sum);
        }
        return parts;
    }

    /** The levels that the online store sells from. */
    static List<Level> sellable(Stock stock, Variant variant) {
        return stock.of(variant.inventoryItemId()).stream()
                .filter(Level::isActive)
                .filter(level -> level.location().isActive() && level.location().fulfillsOnlineOrders())
                .toList();
    }

    private record Wanted(Variant variant, String location) {}

    /** @throws IllegalArgumentException if more is ordered than there is of a variant that is not sold beyond that */
    static void check(Shop shop, List<DraftLine> lines) {
        Map<Wanted, Integer> wanted = new LinkedHashMap<>();
        for (DraftLine line : lines) {
            shop.existing(line)
                    .filter(variant ->
                            variant.item().tracked() && !variant.offer().oversell())
                    .ifPresent(variant ->
                            wanted.merge(new Wanted(variant, line.location()), line.quantity(), Integer::sum));
        }
        List<String> missing = new ArrayList<>();
        wanted.forEach((want, units) -> {
            int left = sellable(shop, want).stream()
                    .mapToInt(level -> Math.max(0, level.available()))
                    .sum();
            if (units > left) {
                missing.add("only " + left + " of " + want.variant().sku() + " are left, " + units + " are wanted");
            }
        });
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", missing));
        }
    }

    /** A location that the order names sells what it has, whether it is online or not. */
    private static List<Level> sellable(Shop shop, Wanted want) {
        return want.location() == null
                ? sellable(shop.stock(), want.variant())
                : shop.stock().of(want.variant().inventoryItemId()).stream()
                        .filter(Level::isActive)
                        .filter(level -> level.location().name().equals(want.location()))
                        .filter(level -> level.location().isActive())
                        .toList();
    }

    /** The units of a fulfilment order's line are ordered. */
    void take(FulfillmentOrder.Line part, Location at, int units) {
        tracked(part.lineItem()).ifPresent(variant -> {
            Level level = level(variant, at);
            stock.move(level, QuantityName.AVAILABLE, -units);
            stock.move(level, QuantityName.COMMITTED, units);
            part.commit(units);
        });
    }

    /** Units are not to be shipped any more. */
    void release(FulfillmentOrder.Line part, Location at, int units, boolean restock) {
        int committed = part.uncommit(units);
        existing(part.lineItem(), committed).ifPresent(variant -> {
            Level level = level(variant, at);
            stock.move(level, QuantityName.COMMITTED, -committed);
            stock.move(level, QuantityName.AVAILABLE, restock ? committed : 0);
        });
    }

    /** Units have left the location. */
    void ship(FulfillmentOrder.Line part, Location at, int units) {
        release(part, at, units, false);
    }

    /** A parcel did not leave after all: its units lie there again, for the same order. */
    void unship(FulfillmentOrder.Line part, Location at, int units) {
        tracked(part.lineItem()).ifPresent(variant -> {
            stock.move(level(variant, at), QuantityName.COMMITTED, units);
            part.commit(units);
        });
    }

    /** Shipped units came back. */
    void giveBack(LineItem line, Location at, int units) {
        tracked(line).ifPresent(variant -> stock.move(level(variant, at), QuantityName.AVAILABLE, units));
    }

    private static Optional<Variant> tracked(LineItem line) {
        return line.variant().filter(variant -> variant.item().tracked());
    }

    private static Optional<Variant> existing(LineItem line, int committed) {
        return committed == 0 ? Optional.empty() : line.variant();
    }

    private Level level(Variant variant, Location at) {
        return stock.connected(variant, at);
    }
}

package io.shopoms.inventory.simulation;

import io.shopoms.inventory.simulation.Journal.Change;
import io.shopoms.inventory.simulation.OrderDesk.Sale;
import io.shopoms.inventory.simulation.SimulatedShop.Shown;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.OdooId;
import io.shopoms.sandbox.shopify.order.Cancellation;
import io.shopoms.sandbox.shopify.order.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Buyers, merchants and warehouse workers. */
final class People {

    private final StockSimulation simulation;
    private final Chance chance;
    private final List<String> b2b = new ArrayList<>();

    People(StockSimulation simulation, Chance chance) {
        this.simulation = simulation;
        this.chance = chance;
    }

    void plan(Duration busy) {
        times(busy, 12, 30, this::rush);
        times(busy, 3, 8, () -> receive(product(), chance.between(1, 4)));
        times(busy, 2, 6, this::orderByB2b);
        times(busy, 1, 3, this::cancelB2b);
        times(busy, 3, 8, this::deliver);
        times(busy, 1, 4, this::count);
        if (simulation.scenario().edits()) {
            times(busy, 2, 6, this::edit);
        }
    }

    private void times(Duration busy, int least, int most, Runnable what) {
        for (int i = chance.between(least, most); i > 0; i--) {
            simulation.time().after(chance.seconds(5, busy.toSeconds() - 5), what);
        }
    }

    private OdooId product() {
        return chance.happens(0.7) ? StockSimulation.SCARCE : StockSimulation.PLENTY;
    }

    /** Both stores sell the same within seconds. */
    private void rush() {
        OdooId product = product();
        for (SimulatedShop shop : simulation.shops()) {
            if (chance.happens(0.8)) {
                simulation.time().after(chance.seconds(0, 3), () -> buy(shop, product));
            }
        }
    }

    private void buy(SimulatedShop shop, OdooId product) {
        List<Map.Entry<LevelKey, Shown>> places = shop.levels().entrySet().stream()
                .filter(level -> level.getValue().product().equals(product))
                .filter(level -> level.getValue().now() > 0)
                .toList();
        if (places.isEmpty()) {
            return;
        }
        Map.Entry<LevelKey, Shown> place = chance.of(places);
        int all = place.getValue().now();
        int units = chance.happens(0.4) ? Math.min(all, 4) : 1;
        simulation.journal().sample(shop.place(place.getKey()), product, all, "sale of " + units);
        Order[] order = new Order[1];
        shop.act(() -> order[0] = shop.shopify()
                .sell(place.getValue().sku(), units, place.getValue().location().name()));
        Change change = simulation.journal().lowered(product, units, Optional.of(shop.place(place.getKey())), "sold");
        Sale sale = new Sale(shop, order[0], place.getKey(), product, units, change);
        simulation.journal().line("that is order " + sale.name());
        simulation.desk().placed(sale);
        if (chance.happens(0.25)) {
            simulation.time().after(chance.seconds(0.5, chance.happens(0.5) ? 10 : 300), () -> cancel(sale));
        }
    }

    private void cancel(Sale sale) {
        boolean restock = chance.happens(0.6);
        sale.shop()
                .act(() ->
                        sale.shop().shopify().admin().cancel(sale.order().id(), Cancellation.of("customer", restock)));
        simulation.journal().line("order " + sale.name() + " is cancelled");
        Optional<Change> back = restock
                ? Optional.of(simulation
                        .journal()
                        .raised(
                                sale.product(),
                                sale.units(),
                                Optional.of(sale.shop().place(sale.level())),
                                "cancelled and restocked"))
                : Optional.empty();
        simulation.desk().cancelled(sale, back);
    }

    void deliverGoods(OdooId product) {
        receive(product, 5);
    }

    private void receive(OdooId product, int units) {
        simulation.odoo().receive(product, units);
        simulation.journal().raised(product, units, "received");
    }

    private void orderByB2b() {
        OdooId product = product();
        int units = (int) Math.min(chance.between(1, 3), simulation.odoo().free(product) + 1);
        String order = "b2b " + product + " " + simulation.time().instant();
        simulation.odoo().confirm(product, order, units);
        b2b.add(order);
        simulation.journal().lowered(product, units, Optional.empty(), "b2b").inOdoo();
    }

    private void cancelB2b() {
        if (b2b.isEmpty()) {
            return;
        }
        String order = chance.of(b2b);
        OdooId product = new OdooId(Long.parseLong(order.split(" ")[1]));
        if (simulation.odoo().has(product, order)) {
            long before = simulation.odoo().balance(product);
            simulation.odoo().cancel(product, order);
            simulation.journal().raised(product, simulation.odoo().balance(product) - before, "b2b cancelled");
        }
    }

    private void deliver() {
        List<Sale> sales = simulation.desk().sales().stream()
                .filter(sale -> !sale.isCancelled())
                .toList();
        if (!sales.isEmpty() && chance.happens(0.5)) {
            // A shipped order is not cancelled any more.
            return;
        }
        if (!b2b.isEmpty()) {
            String order = chance.of(b2b);
            simulation.odoo().deliver(new OdooId(Long.parseLong(order.split(" ")[1])), order);
        }
    }

    /** Somebody counts in Odoo. */
    private void count() {
        OdooId product = product();
        long units = chance.happens(0.5)
                ? chance.between(1, 3)
                : -Math.min(chance.between(1, 3), simulation.odoo().free(product));
        if (units == 0) {
            return;
        }
        simulation.odoo().adjust("count " + simulation.time().instant(), product, units);
        if (units > 0) {
            simulation.journal().raised(product, units, "counted more");
        } else {
            simulation
                    .journal()
                    .lowered(product, -units, Optional.empty(), "counted less")
                    .inOdoo();
        }
    }

    /** Somebody changes a level in Shopify's admin. */
    private void edit() {
        SimulatedShop shop = chance.of(simulation.shops());
        Map.Entry<LevelKey, Shown> place = chance.of(List.copyOf(shop.levels().entrySet()));
        int now = place.getValue().now();
        int units = chance.happens(0.5) ? chance.between(1, 3) : -Math.min(chance.between(1, 3), Math.max(now, 0));
        if (units == 0) {
            return;
        }
        shop.act(() -> shop.shopify()
                .inventory()
                .setAvailable(
                        place.getValue().sku(),
                        now + units,
                        place.getValue().location().name()));
        simulation.journal().edited(shop.place(place.getKey()), place.getValue().product(), units);
    }
}

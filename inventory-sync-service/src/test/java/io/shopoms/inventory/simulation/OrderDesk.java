package io.shopoms.inventory.simulation;

import io.shopoms.inventory.simulation.Journal.Change;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderSettled;
import io.shopoms.model.event.OrderStored;
import io.shopoms.model.event.OrderStored.Line;
import io.shopoms.model.event.OrderStored.Version;
import io.shopoms.sandbox.shopify.order.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order service: hears of orders late, tells of them, and puts them into Odoo later still. For a while it may be down
 * altogether, or Odoo may refuse it.
 */
final class OrderDesk {

    private final StockSimulation simulation;
    private final Chance chance;
    private final List<Sale> sales = new ArrayList<>();
    private Instant downFrom = Instant.MAX;
    private Instant downUntil = Instant.MAX;

    /** An order of one line. */
    static final class Sale {
        private final SimulatedShop shop;
        private final Order order;
        private final LevelKey level;
        private final OdooId product;
        private final int units;
        private final Change change;
        private Optional<Change> back = Optional.empty();
        private int versions;
        private boolean inOdoo;
        private boolean cancelled;
        private boolean restocked;
        private boolean settled;
        private boolean lost;

        Sale(SimulatedShop shop, Order order, LevelKey level, OdooId product, int units, Change change) {
            this.shop = shop;
            this.order = order;
            this.level = level;
            this.product = product;
            this.units = units;
            this.change = change;
        }

        SimulatedShop shop() {
            return shop;
        }

        Order order() {
            return order;
        }

        LevelKey level() {
            return level;
        }

        OdooId product() {
            return product;
        }

        int units() {
            return units;
        }

        boolean isCancelled() {
            return cancelled;
        }

        boolean isRestocked() {
            return restocked;
        }

        String name() {
            return shop.domain() + "/" + order.id();
        }
    }

    OrderDesk(StockSimulation simulation, Chance chance) {
        this.simulation = simulation;
        this.chance = chance;
    }

    void down(Instant from, Instant until) {
        downFrom = from;
        downUntil = until;
    }

    void placed(Sale sale) {
        sales.add(sale);
        hear(sale);
    }

    /** @param back what came back to the stock by it */
    void cancelled(Sale sale, Optional<Change> back) {
        sale.cancelled = true;
        sale.restocked = back.isPresent();
        sale.back = back;
        hear(sale);
    }

    List<Sale> sales() {
        return sales;
    }

    boolean isDone() {
        return sales.stream().allMatch(sale -> sale.settled);
    }

    /** A new version of an order reaches the service, late. */
    private void hear(Sale sale) {
        sale.settled = false;
        simulation.time().after(chance.seconds(0.1, chance.happens(0.5) ? 30 : 3), () -> store(sale));
    }

    private void store(Sale sale) {
        Instant now = simulation.time().instant();
        if (!now.isBefore(downFrom) && now.isBefore(downUntil)) {
            simulation.time().after(Duration.between(now, downUntil).plus(chance.seconds(0, 5)), () -> store(sale));
            return;
        }
        Version version = new Version(sale.order.updatedAt().truncatedTo(ChronoUnit.SECONDS), ++sale.versions);
        ShopifyId variant = new ShopifyId(sale.shop.variants().get(sale.product).id());
        boolean taken = !sale.cancelled || !sale.restocked;
        List<Line> lines = taken
                ? List.of(new Line(variant, sale.shop.levels().get(sale.level).sku(), sale.units))
                : List.of();
        Optional<Change> back = sale.back;
        OrderStored event = new OrderStored(
                sale.shop.domain(),
                new ShopifyId(sale.order.id()),
                sale.order.name(),
                sale.change.at(),
                version,
                lines,
                now);
        simulation
                .broker()
                .send(
                        new Broker.Message(
                                "order.stored",
                                replica -> replica.take(OrderStored.ROUTING_KEY, event),
                                sale.change::heard),
                        30);
        simulation
                .journal()
                .line("order " + sale.name() + " is stored as " + version.number() + " with " + lines.size()
                        + " lines");
        simulation.time().after(delay(), () -> work(sale, version));
    }

    private Duration delay() {
        return chance.happens(0.6) ? chance.seconds(0.5, 8) : chance.seconds(5, 240);
    }

    /** Puts it into Odoo as it is now. */
    private void work(Sale sale, Version version) {
        if (version.number() != sale.versions) {
            return;
        }
        if (chance.happens(simulation.trouble())) {
            simulation.time().after(delay(), () -> work(sale, version));
            return;
        }
        if (!sale.cancelled && !sale.inOdoo) {
            simulation.odoo().confirm(sale.product, sale.name(), sale.units);
            sale.inOdoo = true;
            sale.change.inOdoo();
        }
        if (sale.cancelled) {
            if (sale.inOdoo) {
                simulation.odoo().cancel(sale.product, sale.name());
            }
            sale.inOdoo = false;
            if (!sale.restocked && !sale.lost) {
                sale.lost = true;
                // The shop has lost them; Odoo was never told, so that they are there again.
                simulation.journal().raised(sale.product, sale.units, "not restocked, and so still in Odoo");
            }
        }
        sale.settled = true;
        OrderSettled event = new OrderSettled(
                sale.shop.domain(),
                new ShopifyId(sale.order.id()),
                version,
                simulation.time().instant());
        simulation
                .broker()
                .send(
                        new Broker.Message(
                                "order.settled", replica -> replica.take(OrderSettled.ROUTING_KEY, event), () -> {}),
                        30);
    }
}

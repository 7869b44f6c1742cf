package io.shopoms.inventory.simulation;

import io.shopoms.inventory.simulation.OrderDesk.Sale;
import io.shopoms.inventory.simulation.SimulatedShop.Moment;
import io.shopoms.inventory.simulation.SimulatedShop.Shown;
import io.shopoms.inventory.stock.LevelKey;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What must hold at the end of a run; says what does not. */
final class Verification {

    private final StockSimulation run;
    private final List<String> wrong = new ArrayList<>();

    /** A line of the audit log. */
    private record Line(String run, String source, String cause, long before, long after, long explains) {
        long moved() {
            return after - before;
        }
    }

    private Verification(StockSimulation run) {
        this.run = run;
    }

    static List<String> of(StockSimulation run) {
        Verification verification = new Verification(run);
        verification.everything();
        return verification.wrong;
    }

    /** What is still to be done, by the tables. */
    static List<String> open(StockTables tables) {
        return tables.texts("""
                select 'item ' || store || ' ' || record_id || ' is ' || status || ' ' || coalesce(failure_message, '')
                    from shopify_inventory_cache where status <> 'PROCESSED'
                union all select 'write ' || key from inventory_write
                union all select 'doubt at ' || store || ' ' || inventory_item_id from inventory_level where doubts > 0
                union all select 'unexplained at ' || store || ' ' || inventory_item_id || ' ' || differences
                    from inventory_level where unexplained <> 0
                union all select 'pending ' || store || ' ' || shopify_order_id from pending_unit
                union all select 'adoption ' || drift_id from inventory_adoption
                union all select 'rejected ' || reason from rejected_message
                order by 1""");
    }

    private void everything() {
        wrong.addAll(run.journal().unexpected());
        open(run.tables()).forEach(what -> wrong.add("left open: " + what));
        if (!run.desk().isDone() || run.broker().open() > 0) {
            wrong.add("the simulation itself is not at its end: " + run.broker().open() + " messages");
        }
        StockSimulation.SKUS.forEach((product, sku) -> equal(
                "units of " + sku + " in Odoo",
                run.odoo().balance(product),
                run.journal().position(product)));
        for (SimulatedShop shop : run.shops()) {
            shop.levels().forEach((key, shown) -> level(shop, key, shown));
        }
        new InFlight(run.journal(), run.scenario().policy())
                .unexplained()
                .forEach(sample -> wrong.add("offered more than is in flight: " + sample));
    }

    private void level(SimulatedShop shop, LevelKey key, Shown shown) {
        String name =
                shown.sku() + " at " + shop.domain() + " " + shown.location().name() + " (" + key.item() + ")";
        List<Line> lines = lines(shop, key);
        equal("the number of " + name, shown.now(), number(shop, key, shown));
        history(name, shown, lines);
        equal(
                "what was seen unexplained and told later of " + name,
                lines.stream()
                        .filter(line -> line.cause().equals("UNEXPLAINED"))
                        .mapToLong(Line::moved)
                        .sum(),
                lines.stream().mapToLong(Line::explains).sum());
        if (!run.scenario().edits()) {
            accounts(name, shop, key, lines);
        }
    }

    /** The formula, by hand: half of what is free where two places share it. */
    private long number(SimulatedShop shop, LevelKey key, Shown shown) {
        long places = shop.levels().values().stream()
                .filter(other -> other.product().equals(shown.product()))
                .count();
        long offered = Math.max(
                0, run.odoo().free(shown.product()) / places - run.scenario().buffer());
        Row stored = run.tables()
                .query(
                        "select shown from inventory_level where store = $1 and inventory_item_id = $2 and location_id = $3",
                        shop.domain().value(),
                        key.item().value(),
                        key.location().value())
                .iterator()
                .next();
        return Math.max(0, offered + stored.getLong(0));
    }

    /** The lines have no gaps, tell what Shopify had, and each of our writes once. */
    private void history(String name, Shown shown, List<Line> lines) {
        long had = 0;
        for (Line line : lines) {
            equal("the line after " + had + " of " + name, line.before(), had);
            had = line.after();
        }
        equal("the last line of " + name, had, shown.now());
        List<String> ours = lines.stream()
                .filter(line -> line.source().equals("SHOPOMS") && line.moved() != 0)
                .map(line -> line.before() + "→" + line.after())
                .toList();
        List<String> written = shown.moments().stream()
                .filter(Moment::ours)
                .map(moment -> moment.before() + "→" + moment.after())
                .toList();
        if (!ours.equals(written)) {
            wrong.add("our writes of " + name + " are " + written + ", the audit log has " + ours);
        }
        Iterator<Integer> truth = Stream.concat(
                        Stream.of(shown.start()), shown.moments().stream().map(Moment::after))
                .iterator();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            // What one reading saw may be told in parts.
            boolean found = line.moved() == 0
                    || i + 1 < lines.size() && lines.get(i + 1).run().equals(line.run());
            while (!found && truth.hasNext()) {
                found = truth.next() == line.after();
            }
            if (!found) {
                wrong.add(name + " never had " + line.after() + " in this order: " + shown.moments() + " " + lines);
                return;
            }
        }
    }

    /**
     * Nobody changed anything by hand, so that orders and our own writes are all that there is. Only units that came back
     * while the order service was down may be called drift and overwritten: that sells nothing twice.
     */
    private void accounts(String name, SimulatedShop shop, LevelKey key, List<Line> lines) {
        List<Line> told = lines.stream()
                .filter(line -> line.source().equals("SHOPIFY"))
                .filter(line -> line.cause().equals("ORDER") || line.cause().equals("DRIFT"))
                .toList();
        if (told.stream().anyMatch(line -> line.cause().equals("DRIFT") && line.moved() + line.explains() < 0)) {
            wrong.add(name + " has drift, and nobody made any: " + lines);
        }
        long sold = run.desk().sales().stream()
                .filter(sale -> sale.shop() == shop && sale.level().equals(key))
                .filter(sale -> !(sale.isCancelled() && sale.isRestocked()))
                .mapToLong(Sale::units)
                .sum();
        equal(
                "units of orders in the audit log of " + name,
                told.stream().mapToLong(line -> line.moved() + line.explains()).sum(),
                -sold);
    }

    private List<Line> lines(SimulatedShop shop, LevelKey key) {
        List<Line> lines = new ArrayList<>();
        for (Row row : run.tables()
                .query(
                        "select correlation_id, source, cause, before, after, explains from inventory_sync_log"
                                + " where store = $1 and inventory_item_id = $2 and location_id = $3 and before is not null"
                                + " order by id",
                        shop.domain().value(),
                        key.item().value(),
                        key.location().value())) {
            lines.add(new Line(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5)));
        }
        return lines;
    }

    private void equal(String what, long is, long expected) {
        if (is != expected) {
            wrong.add(what + " is " + is + ", not " + expected);
        }
    }
}

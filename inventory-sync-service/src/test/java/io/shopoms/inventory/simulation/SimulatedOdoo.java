package io.shopoms.inventory.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.inventory.odoo.FreeStock;
import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.Domain;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One warehouse of Odoo: what is on hand and reserved of each product. Orders reserve what is there, and the rest as soon as
 * it comes. A change is dated with the start of its transaction, up to twenty seconds before anybody sees it.
 */
final class SimulatedOdoo {

    static final StockSource WAREHOUSE = new StockSource(StockSource.Kind.WAREHOUSE, new OdooId(1));
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final VirtualTime time;
    private final Chance chance;
    private final Map<OdooId, Stock> stocks = new LinkedHashMap<>();
    private final Map<String, List<ObjectNode>> rows = new HashMap<>();
    private final Set<String> marks = new HashSet<>();
    private long lastRow;

    /** What lies there of one product. */
    private static final class Stock {
        private long onHand;
        private final Map<String, long[]> demands = new LinkedHashMap<>();

        long reserved() {
            return demands.values().stream().mapToLong(demand -> demand[1]).sum();
        }

        long missing() {
            return demands.values().stream()
                    .mapToLong(demand -> demand[0] - demand[1])
                    .sum();
        }

        long free() {
            return onHand - reserved();
        }

        void assign() {
            for (long[] demand : demands.values()) {
                demand[1] += Math.min(demand[0] - demand[1], free());
            }
        }
    }

    SimulatedOdoo(VirtualTime time, Chance chance) {
        this.time = time;
        this.chance = chance;
        for (String model : List.of("stock.move", "stock.quant", "product.product")) {
            rows.put(model, new ArrayList<>());
        }
    }

    void add(OdooId product, long onHand) {
        Stock stock = new Stock();
        stock.onHand = onHand;
        stocks.put(product, stock);
        ObjectNode quant = row("stock.quant", product);
        quant.put("id", product.value());
        fill(quant, stock);
    }

    long free(OdooId product) {
        return stocks.get(product).free();
    }

    /** What is free, less what was promised and is not there: the number that all changes add up to. */
    long balance(OdooId product) {
        return free(product) - stocks.get(product).missing();
    }

    void confirm(OdooId product, String order, long units) {
        stocks.get(product).demands.put(order, new long[] {units, 0});
        changed(product, "outgoing", "assigned", units);
    }

    boolean has(OdooId product, String order) {
        return stocks.get(product).demands.containsKey(order);
    }

    void cancel(OdooId product, String order) {
        stocks.get(product).demands.remove(order);
        changed(product, "outgoing", "cancel", 0);
    }

    /** What is reserved leaves the house. */
    void deliver(OdooId product, String order) {
        Stock stock = stocks.get(product);
        long[] demand = stock.demands.get(order);
        if (demand != null && demand[0] == demand[1]) {
            stock.demands.remove(order);
            stock.onHand -= demand[0];
            changed(product, "outgoing", "done", demand[0]);
        }
    }

    void receive(OdooId product, long units) {
        stocks.get(product).onHand += units;
        changed(product, "incoming", "done", units);
    }

    /** An inventory adjustment, once for each mark. Odoo takes away no more than is free. */
    boolean adjust(String mark, OdooId product, long units) {
        if (marks.contains(mark)) {
            return false;
        }
        if (-units > free(product)) {
            throw new SyncFailureException(
                    new RejectedByTarget("less is free in Odoo than is to be taken away", "Count the product."));
        }
        marks.add(mark);
        stocks.get(product).onHand += units;
        changed(product, "", "done", Math.abs(units));
        return true;
    }

    FreeStock read(Collection<OdooId> products) {
        Map<OdooId, ProductStock> read = new HashMap<>();
        products.forEach(product -> read.put(
                product,
                new ProductStock(
                        product, true, true, "Units", true, Map.of(WAREHOUSE, BigDecimal.valueOf(free(product))))));
        return new FreeStock(read, Map.of());
    }

    /** As {@code search_read} for what was written since. */
    List<JsonNode> written(String model, Domain domain, int limit) {
        if (!rows.containsKey(model)) {
            // Warehouses and their ways to deliver are no part of the story.
            return List.of();
        }
        String since = value(domain, "write_date").toString();
        long after = ((Number) value(domain, "id")).longValue();
        return rows.get(model).stream()
                .filter(row -> row.get("write_date").textValue().compareTo(since) >= 0)
                .filter(row -> row.get("id").longValue() > after)
                .sorted(Comparator.comparingLong(row -> row.get("id").longValue()))
                .limit(limit)
                .<JsonNode>map(ObjectNode::deepCopy)
                .toList();
    }

    private static Object value(Domain domain, String field) {
        return domain.conditions().stream()
                .filter(condition -> condition.get(0).equals(field))
                .findFirst()
                .orElseThrow()
                .get(2);
    }

    private void changed(OdooId product, String operation, String state, long units) {
        Stock stock = stocks.get(product);
        stock.assign();
        Instant begun = time.instant().minus(Duration.ofMillis(chance.between(0, 20_000)));
        ObjectNode move = row("stock.move", product);
        move.put("id", ++lastRow)
                .put("state", state)
                .put("quantity", units)
                .put("picking_code", operation)
                .put("is_inventory", operation.isEmpty())
                .put("reference", "WH/" + lastRow);
        move.put("write_date", DATE.format(begun.atOffset(ZoneOffset.UTC)));
        ObjectNode quant = rows.get("stock.quant").stream()
                .filter(row -> row.get("product_id").longValue() == product.value())
                .findFirst()
                .orElseThrow();
        fill(quant, stock);
        quant.put("write_date", DATE.format(begun.atOffset(ZoneOffset.UTC)));
    }

    private static void fill(ObjectNode quant, Stock stock) {
        quant.put("quantity", stock.onHand).put("reserved_quantity", stock.reserved());
    }

    private ObjectNode row(String model, OdooId product) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("product_id", product.value());
        row.put("write_date", DATE.format(time.instant().atOffset(ZoneOffset.UTC)));
        rows.get(model).add(row);
        return row;
    }
}

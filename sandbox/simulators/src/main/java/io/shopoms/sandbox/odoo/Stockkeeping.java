package io.shopoms.sandbox.odoo;

import io.shopoms.sandbox.odoo.orm.Calls;
import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.stock.Availability;
import io.shopoms.sandbox.odoo.stock.Stocktaking;
import io.shopoms.sandbox.odoo.stock.Transfers;
import io.shopoms.sandbox.odoo.view.LevelView;
import io.shopoms.sandbox.odoo.view.MovementView;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.odoo.view.PickingView;
import io.shopoms.sandbox.odoo.view.StockView;
import io.shopoms.sandbox.odoo.view.StockViews;
import io.shopoms.sandbox.odoo.view.Views;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * What people do with goods in the simulated Odoo beside the API: receive, count, sell to other businesses, deliver,
 * transfer, look. Warehouses, locations and orders are named by id, products by SKU; quantities are in the product's unit.
 * Safe for use by any thread. What Odoo refuses is an {@link IllegalArgumentException} with its words, what does not exist a
 * {@link NoSuchElementException}.
 */
public final class Stockkeeping {

    private static final String WAREHOUSE = "stock.warehouse";
    private static final String LOCATION = "stock.location";
    private static final String BUYER = "Wholesale buyer";

    private final Bookkeeping.Transactions transactions;

    Stockkeeping(Bookkeeping.Transactions transactions) {
        this.transactions = transactions;
    }

    // --- acting

    /** Goods arrive from a vendor. Orders that wait for them get them at once. */
    public PickingView receive(long warehouse, String sku, int quantity) {
        return act(env -> Views.picking(
                env,
                Transfers.receive(
                        env, require(env, WAREHOUSE, warehouse), product(env, sku), BigDecimal.valueOf(quantity))));
    }

    /** @param counted so much lies in that location */
    public void count(long location, String sku, BigDecimal counted) {
        act(env -> {
            Stocktaking.count(env, product(env, sku), require(env, LOCATION, location), counted);
            return null;
        });
    }

    /** @param reason what the adjustment is called */
    public void adjust(long location, String sku, int difference, String reason) {
        act(env -> {
            Env named = env.with(new Context(Map.of("inventory_name", reason)));
            Record place = require(env, LOCATION, location);
            Stocktaking.adjust(named, product(env, sku), place, BigDecimal.valueOf(difference));
            return null;
        });
    }

    /** An order of another business, confirmed: what is there is reserved, up to the quantity. */
    public OrderView sell(long warehouse, String sku, int quantity) {
        return act(env -> {
            require(env, WAREHOUSE, warehouse);
            Record buyer = env.search("res.partner", List.of(List.of("name", "=", BUYER)), "id").stream()
                    .findFirst()
                    .orElseGet(() -> env.create("res.partner", Map.of("name", BUYER)));
            Map<String, Object> line =
                    Map.of("product_id", product(env, sku).id(), "product_uom_qty", BigDecimal.valueOf(quantity));
            Record order = env.create(
                    "sale.order",
                    Map.of(
                            "partner_id", buyer.id(),
                            "warehouse_id", warehouse,
                            "order_line", List.of(List.of(0L, 0L, line))));
            env.flush();
            press(env, "sale.order", "action_confirm", order.id());
            return order(env, order);
        });
    }

    public OrderView cancel(long order) {
        return act(env -> {
            Record row = require(env, "sale.order", order);
            press(env, "sale.order", "action_cancel", order);
            return order(env, row);
        });
    }

    /** All open transfers of an order leave with what is reserved; the rest becomes a backorder. */
    public List<PickingView> deliver(long order) {
        return act(env -> {
            require(env, "sale.order", order);
            List<Record> open = env.by("stock.picking", "sale_id", order).stream()
                    .filter(picking -> env.text(picking, "state").equals("assigned"))
                    .toList();
            Env without = env.with(new Context(Map.of("skip_backorder", true)));
            open.forEach(picking -> press(without, "stock.picking", "button_validate", picking.id()));
            return open.stream().map(picking -> Views.picking(env, picking)).toList();
        });
    }

    /** From one warehouse's stock to another's, done at once. */
    public PickingView transfer(long from, long to, String sku, int quantity) {
        return relocate(stockLocation(from), stockLocation(to), sku, quantity);
    }

    /** From one location to another, done at once; a virtual one, such as the inventory loss, is fine. */
    public PickingView relocate(long from, long to, String sku, int quantity) {
        return act(env -> Views.picking(
                env,
                Transfers.move(
                        env,
                        require(env, LOCATION, from),
                        require(env, LOCATION, to),
                        product(env, sku),
                        BigDecimal.valueOf(quantity))));
    }

    /** Thrown away. */
    public void scrap(long location, String sku, int quantity) {
        act(env -> {
            Record scrap = env.create(
                    "stock.scrap",
                    Map.of(
                            "product_id", product(env, sku).id(),
                            "location_id", require(env, LOCATION, location).id(),
                            "scrap_qty", BigDecimal.valueOf(quantity)));
            if (!Boolean.TRUE.equals(press(env, "stock.scrap", "action_validate", scrap.id()))) {
                throw new IllegalArgumentException("there are not so many of " + sku);
            }
            return null;
        });
    }

    /** Another location inside one. */
    public long location(long parent, String name) {
        return act(env -> env.create(
                        LOCATION,
                        Map.of(
                                "name",
                                name,
                                "location_id",
                                require(env, LOCATION, parent).id()))
                .id());
    }

    /** Somebody opens Physical Inventory: empty quants go without a trace. */
    public void openPhysicalInventory() {
        act(env -> {
            Stocktaking.open(env);
            return null;
        });
    }

    // --- looking

    /** The location of a warehouse that sells. */
    public long stockLocation(long warehouse) {
        return transactions.run(env -> (Long) env.get(require(env, WAREHOUSE, warehouse), "lot_stock_id"));
    }

    /** As {@code free_qty} in a warehouse. */
    public BigDecimal free(long warehouse, String sku) {
        return quantity(warehouse, env -> Availability.free(env, product(env, sku)));
    }

    /** As {@code qty_available} in a warehouse. */
    public BigDecimal onHand(long warehouse, String sku) {
        return quantity(warehouse, env -> Availability.onHand(env, product(env, sku)));
    }

    /** Where it lies, virtual places included; what is kept for a moment after the last piece has gone, too. */
    public List<StockView> quants(String sku) {
        return transactions.run(env -> env
                .by("stock.quant", "product_id", product(env, sku).id())
                .stream()
                .map(quant -> StockViews.quant(env, quant))
                .toList());
    }

    /** Of the newest products that are stored, in every warehouse in use. */
    public List<LevelView> levels(int limit) {
        return transactions.run(env -> {
            List<Record> products = new ArrayList<>(env.all("product.product"));
            Collections.reverse(products);
            List<Record> warehouses = env.all(WAREHOUSE).stream()
                    .filter(warehouse -> env.flag(warehouse, "active"))
                    .toList();
            return products.stream()
                    .filter(product -> env.flag(product, "is_storable") && env.flag(product, "active"))
                    .flatMap(product -> warehouses.stream().map(warehouse -> StockViews.level(env, product, warehouse)))
                    .limit(limit)
                    .toList();
        });
    }

    /** Of quants, virtual places included. */
    public int count() {
        return transactions.run(env -> env.all("stock.quant").size());
    }

    /** The oldest first. */
    public List<MovementView> movements(String sku) {
        return transactions.run(env -> env
                .by("stock.move", "product_id", product(env, sku).id())
                .stream()
                .map(move -> StockViews.move(env, move))
                .toList());
    }

    /** The warehouse with that short name, such as WH. */
    public long warehouse(String code) {
        return transactions.run(env -> env.all(WAREHOUSE).stream()
                .filter(warehouse -> env.text(warehouse, "code").equals(code))
                .map(Record::id)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no warehouse " + code)));
    }

    private BigDecimal quantity(long warehouse, Function<Env, BigDecimal> of) {
        return transactions.run(env -> {
            require(env, WAREHOUSE, warehouse);
            return of.apply(env.with(new Context(Map.of("warehouse_id", warehouse))));
        });
    }

    private <T> T act(Function<Env, T> work) {
        try {
            return transactions.run(work);
        } catch (OdooException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static OrderView order(Env env, Record order) {
        env.flush();
        return Views.order(env, order);
    }

    private static Object press(Env env, String model, String button, long id) {
        return Calls.named(env, model, button, Map.of("ids", List.of(id)));
    }

    private static Record product(Env env, String sku) {
        return env.by("product.product", "default_code", sku).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no product " + sku));
    }

    private static Record require(Env env, String model, long id) {
        Record row = env.find(model, id);
        if (row == null) {
            throw new NoSuchElementException("no " + model + " " + id);
        }
        return row;
    }
}

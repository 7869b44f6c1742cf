package io.shopoms.sandbox.odoo;

import io.shopoms.sandbox.odoo.company.Warehouses;
import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Database;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.stock.Stocktaking;
import io.shopoms.sandbox.odoo.tax.RoundingMethod;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.odoo.view.PartnerView;
import io.shopoms.sandbox.odoo.view.PickingView;
import io.shopoms.sandbox.odoo.view.ProductView;
import io.shopoms.sandbox.odoo.view.Views;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What tests and people do in the simulated Odoo beside the API: set things up, ship, look. Safe for use by any thread. */
public final class OdooData {

    private static final int MAIN_WAREHOUSE = 1;

    private final Supplier<Database> database;

    OdooData(Supplier<Database> database) {
        this.database = database;
    }

    /** An Odoo without its surroundings, for simulations on a clock of their own: no HTTP, no threads, no faults. */
    public static OdooData inProcess(OdooSettings settings, Clock clock) {
        Database database = OdooModels.freshDatabase(
                clock, settings.login(), settings.rounding().odooName(), settings.version());
        return new OdooData(() -> database);
    }

    /** Invoices, credit notes and payments. */
    public Bookkeeping books() {
        return new Bookkeeping(this::run);
    }

    /** Templates, variants and attributes. */
    public Merchandise goods() {
        return new Merchandise(this::run);
    }

    /** Receipts, counts, orders of other businesses, deliveries, transfers. */
    public Stockkeeping stock() {
        return new Stockkeeping(this::run);
    }

    // --- set up

    /** A stored product with the default sales tax. @return its {@code product.product} id */
    public long product(String sku, String name, String price, int stock) {
        return run(env -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", name);
            values.put("default_code", sku);
            values.put("list_price", new BigDecimal(price));
            values.put("is_storable", true);
            Record product = env.create("product.product", values);
            if (stock != 0) {
                Stocktaking.count(env, product, stockLocation(env), BigDecimal.valueOf(stock));
            }
            return product.id();
        });
    }

    /** Something that is sold but not delivered, without taxes. */
    public long service(String sku, String name) {
        return run(env -> env.create(
                        "product.product",
                        Map.of("name", name, "default_code", sku, "type", "service", "taxes_id", false))
                .id());
    }

    /** @param byDelivery whether what is delivered is invoiced, instead of what is ordered */
    public void invoicePolicy(String sku, boolean byDelivery) {
        run(env -> {
            env.write(requireProduct(env, sku), Map.of("invoice_policy", byDelivery ? "delivery" : "order"));
            return null;
        });
    }

    /** @param percent 7.25 for 7.25 % */
    public long tax(String percent, boolean included) {
        return run(env -> {
            BigDecimal rate = new BigDecimal(percent);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", rate.stripTrailingZeros().toPlainString() + "% " + (included ? "incl" : "excl"));
            values.put("amount", rate);
            values.put("price_include_override", included ? "tax_included" : "tax_excluded");
            return env.create("account.tax", values).id();
        });
    }

    /** A price list in that currency, which becomes active. */
    public long pricelist(String currency) {
        return run(env -> {
            Record row = env.by("res.currency", "name", currency).stream()
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException("no currency " + currency));
            env.set(row, "active", true);
            return env.create("product.pricelist", Map.of("name", currency, "currency_id", row.id()))
                    .id();
        });
    }

    public void rounding(RoundingMethod method) {
        run(env -> {
            env.write(env.require("res.company", 1), Map.of("tax_calculation_rounding_method", method.odooName()));
            return null;
        });
    }

    /** A second warehouse, with a stock location of its own. */
    public long warehouse(String code, String name) {
        return run(env -> Warehouses.create(env, code, name).id());
    }

    // --- the warehouse's work

    public void setStock(String sku, int quantity) {
        stock().count(stock().stockLocation(MAIN_WAREHOUSE), sku, BigDecimal.valueOf(quantity));
    }

    /** Goods arrive from a vendor. */
    public PickingView receive(String sku, int quantity) {
        return stock().receive(MAIN_WAREHOUSE, sku, quantity);
    }

    /** Ships all that is reserved. */
    public PickingView ship(long picking, String tracking) {
        return ship(picking, new Shipment(tracking, "", Map.of()));
    }

    public PickingView ship(long picking, Shipment shipment) {
        return run(env -> Views.picking(env, Shipping.ship(env, picking, shipment)));
    }

    /**
     * What a customer sends back arrives.
     *
     * @param picking a delivery that is done
     * @param quantities by SKU; empty for all of it
     */
    public PickingView takeBack(long picking, Map<String, BigDecimal> quantities) {
        return run(env -> Views.picking(env, TakingBack.takeBack(env, picking, quantities)));
    }

    /** Writes a tracking number, before or after the shipment. */
    public PickingView track(long picking, String tracking) {
        return run(env -> {
            Record row = env.require("stock.picking", picking);
            env.write(row, Map.of("carrier_tracking_ref", tracking));
            return Views.picking(env, row);
        });
    }

    /** A locked order is neither edited nor cancelled. */
    public OrderView lock(long order, boolean locked) {
        return run(env -> {
            Record row = env.find("sale.order", order);
            if (row == null) {
                throw new NoSuchElementException("no order " + order);
            }
            env.set(row, "locked", locked);
            return Views.order(env, row);
        });
    }

    // --- looking

    public List<OrderView> orders() {
        return run(env ->
                env.all("sale.order").stream().map(row -> Views.order(env, row)).toList());
    }

    /** Without the cost of building views. */
    public int orderCount() {
        return run(env -> env.all("sale.order").size());
    }

    public Optional<OrderView> order(long id) {
        return run(env -> Optional.ofNullable(env.find("sale.order", id)).map(row -> Views.order(env, row)));
    }

    /** All orders with that {@code client_order_ref}, which Odoo does not keep unique. */
    public List<OrderView> orders(String clientOrderRef) {
        return run(env -> env.by("sale.order", "client_order_ref", clientOrderRef).stream()
                .map(row -> Views.order(env, row))
                .toList());
    }

    /** The newest first. */
    public List<OrderView> latestOrders(int limit) {
        return run(env -> latest(env, "sale.order", limit)
                .map(row -> Views.order(env, row))
                .toList());
    }

    /** The newest first. */
    public List<PickingView> latestPickings(int limit) {
        return run(env -> latest(env, "stock.picking", limit)
                .map(row -> Views.picking(env, row))
                .toList());
    }

    public Optional<PickingView> picking(long id) {
        return run(env -> Optional.ofNullable(env.find("stock.picking", id)).map(row -> Views.picking(env, row)));
    }

    public int pickingCount() {
        return run(env -> env.all("stock.picking").size());
    }

    /** @param order number such as S00001, or {@code client_order_ref} */
    public List<PickingView> pickingsOf(String order) {
        return run(env -> Stream.of("name", "client_order_ref")
                .flatMap(field -> env.by("sale.order", field, order).stream())
                .distinct()
                .flatMap(row -> env.by("stock.picking", "sale_id", row.id()).stream())
                .map(row -> Views.picking(env, row))
                .toList());
    }

    public List<PickingView> pickings() {
        return run(env -> env.all("stock.picking").stream()
                .map(row -> Views.picking(env, row))
                .toList());
    }

    public List<PickingView> pickings(long order) {
        return run(env -> env.by("stock.picking", "sale_id", order).stream()
                .map(row -> Views.picking(env, row))
                .toList());
    }

    public List<ProductView> products() {
        return run(env -> env.all("product.product").stream()
                .map(row -> Views.product(env, row))
                .toList());
    }

    public ProductView product(String sku) {
        return run(env -> Views.product(env, requireProduct(env, sku)));
    }

    /** A contact that people made. @param values by field; {@code name} is needed */
    public long contact(Map<String, Object> values) {
        return run(env -> env.create("res.partner", values).id());
    }

    public List<PartnerView> partners() {
        return run(env -> env.all("res.partner").stream()
                .map(row -> Views.partner(env, row))
                .toList());
    }

    /** Calls a method as the administrator, with named arguments as in JSON-2. */
    public Object call(String model, String method, Map<String, Object> arguments) {
        return DirectCall.run(database.get(), OdooModels.ADMINISTRATOR, model, method, arguments);
    }

    /** The same as the integration user, who may do less. What Odoo refuses is thrown as it tells it. */
    public Object callAsIntegration(String model, String method, Map<String, Object> arguments) {
        return DirectCall.run(database.get(), OdooModels.INTEGRATION, model, method, arguments);
    }

    private static Stream<Record> latest(Env env, String model, int limit) {
        List<Record> all = env.all(model);
        return IntStream.range(0, Math.min(limit, all.size())).mapToObj(i -> all.get(all.size() - 1 - i));
    }

    private <T> T run(Function<Env, T> work) {
        Database current = database.get();
        return current.transaction(current.snapshot(), OdooModels.ADMINISTRATOR, Context.EMPTY, work);
    }

    private static Record requireProduct(Env env, String sku) {
        return env.by("product.product", "default_code", sku).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no product " + sku));
    }

    private static Record stockLocation(Env env) {
        return env.follow(env.require("stock.warehouse", 1), "lot_stock_id");
    }
}

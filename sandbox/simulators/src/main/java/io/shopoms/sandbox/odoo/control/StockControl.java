package io.shopoms.sandbox.odoo.control;

import io.shopoms.sandbox.fault.ControlRequest;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.odoo.OdooData;
import io.shopoms.sandbox.odoo.Stockkeeping;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.util.Map;

/** The part of {@code /control/…} that a person in a warehouse needs. Warehouses are named by their codes, WH if none is. */
final class StockControl {

    private static final int MOST = 1000;
    private static final String MAIN = "WH";

    private final OdooData data;
    private final Stockkeeping stock;

    StockControl(OdooData data) {
        this.data = data;
        this.stock = data.stock();
    }

    void addTo(SimulatedServer server) {
        server.control(HttpMethod.GET, "/stock", this::list);
        server.control(HttpMethod.GET, "/products/:sku/movements", request -> stock.movements(sku(request)));
        server.control(HttpMethod.PUT, "/products/:sku/stock", this::count);
        server.control(HttpMethod.POST, "/products/:sku/receive", this::receive);
        server.control(HttpMethod.POST, "/products/:sku/adjust", this::adjust);
        server.control(HttpMethod.POST, "/products/:sku/scrap", this::scrap);
        server.control(HttpMethod.POST, "/products/:sku/sell", this::sell);
        server.control(HttpMethod.POST, "/products/:sku/transfer", this::transfer);
        server.control(HttpMethod.POST, "/orders/:id/deliver", request -> stock.deliver(request.id("id")));
        server.control(HttpMethod.POST, "/orders/:id/cancel", request -> stock.cancel(request.id("id")));
        server.control(HttpMethod.POST, "/warehouses", this::warehouse);
        server.control(HttpMethod.POST, "/physical-inventory", this::open);
    }

    private Object list(ControlRequest request) {
        String sku = request.query().get("sku");
        return sku == null ? stock.levels(MOST) : stock.quants(sku);
    }

    private Object count(ControlRequest request) {
        stock.count(place(request), sku(request), BigDecimal.valueOf(request.number("quantity", 0)));
        return data.product(sku(request));
    }

    private Object receive(ControlRequest request) {
        return stock.receive(warehouse(request, "warehouse"), sku(request), request.number("quantity", 1));
    }

    private Object adjust(ControlRequest request) {
        String reason = request.text("reason").orElse("Adjustment");
        stock.adjust(place(request), sku(request), request.number("by", 0), reason);
        return data.product(sku(request));
    }

    private Object scrap(ControlRequest request) {
        stock.scrap(place(request), sku(request), request.number("quantity", 1));
        return data.product(sku(request));
    }

    private Object sell(ControlRequest request) {
        return stock.sell(warehouse(request, "warehouse"), sku(request), request.number("quantity", 1));
    }

    private Object transfer(ControlRequest request) {
        return stock.transfer(
                warehouse(request, "from"), warehouse(request, "to"), sku(request), request.number("quantity", 1));
    }

    private Object warehouse(ControlRequest request) {
        String code = request.text("code").orElseThrow(() -> new IllegalArgumentException("code is missing"));
        return Map.of("id", data.warehouse(code, request.text("name").orElse(code)));
    }

    private Object open(ControlRequest request) {
        stock.openPhysicalInventory();
        return Map.of("quants", stock.count());
    }

    private long place(ControlRequest request) {
        return stock.stockLocation(warehouse(request, "warehouse"));
    }

    private long warehouse(ControlRequest request, String field) {
        return stock.warehouse(request.text(field).orElse(MAIN));
    }

    private static String sku(ControlRequest request) {
        return request.path().get("sku");
    }
}

package io.shopoms.sandbox.odoo.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Answer;
import io.shopoms.sandbox.fault.ControlRequest;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.odoo.OdooData;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.Shipment;
import io.shopoms.sandbox.odoo.orm.User;
import io.shopoms.sandbox.odoo.tax.RoundingMethod;
import io.shopoms.sandbox.odoo.view.PickingView;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** {@code /control/…} of the simulated Odoo, beside what every simulator has. */
public final class ControlApi {

    private final OdooSimulator simulator;
    private final OdooData data;

    public ControlApi(OdooSimulator simulator) {
        this.simulator = simulator;
        this.data = simulator.data();
    }

    public void addTo(SimulatedServer server) {
        server.control(HttpMethod.POST, "/products", this::addProduct);
        server.control(HttpMethod.GET, "/products", request -> data.products());
        server.control(HttpMethod.POST, "/taxes", this::addTax);
        server.control(HttpMethod.PUT, "/company", this::setCompany);
        server.control(
                HttpMethod.POST, "/pricelists", request -> Map.of("id", data.pricelist(required(request, "currency"))));
        server.control(HttpMethod.GET, "/orders", this::orders);
        server.control(
                HttpMethod.GET,
                "/orders/:id",
                request -> data.order(request.id("id"))
                        .orElseThrow(() -> new NoSuchElementException("no order " + request.id("id"))));
        server.control(
                HttpMethod.PUT,
                "/orders/:id/lock",
                request -> data.lock(request.id("id"), request.flag("locked", true)));
        server.control(HttpMethod.GET, "/pickings", this::pickings);
        server.control(HttpMethod.POST, "/pickings/:id/ship", this::ship);
        server.control(
                HttpMethod.POST,
                "/pickings/:id/tracking",
                request -> data.track(pickingId(request), required(request, "tracking")));
        server.control(HttpMethod.GET, "/partners", request -> data.partners());
        server.control(HttpMethod.PUT, "/keys", this::setKey);
        server.control(HttpMethod.PUT, "/rights", this::setRight);
        server.control(HttpMethod.POST, "/conflicts", this::addConflict);
        server.control(HttpMethod.PUT, "/pace", this::setPace);
        server.control(HttpMethod.POST, "/pickings/:id/return", this::takeBack);
        server.control(HttpMethod.PUT, "/products/:sku/policy", this::setPolicy);
        new AccountingControl(data.books()).addTo(server);
        new CatalogControl(data.goods()).addTo(server);
        new StockControl(data).addTo(server);
        new PageActions(data).addTo(server.router());
        server.router().get("/").handler(context -> {
            Answer page = Answer.html(Page.of(data));
            page.headers().forEach(context.response()::putHeader);
            context.end(page.body());
        });
    }

    private Object addProduct(ControlRequest request) {
        String sku = required(request, "sku");
        String name = request.text("name").orElse(sku);
        if (request.text("type").filter("service"::equals).isPresent()) {
            return Map.of("id", data.service(sku, name));
        }
        String price = request.text("price").orElse("1.00");
        decimal(price, "price");
        return Map.of("id", data.product(sku, name, price, request.number("stock", 0)));
    }

    private Object addTax(ControlRequest request) {
        String percent = request.text("percent")
                .or(() -> request.text("rate"))
                .orElseThrow(() -> new IllegalArgumentException("percent is missing: 7.25 for 7.25 %"));
        decimal(percent, "percent");
        return Map.of("id", data.tax(percent, request.flag("included", false)));
    }

    private Object setCompany(ControlRequest request) {
        if (request.body().has("enterprise")) {
            data.books().edition(request.flag("enterprise", false));
        }
        if (request.body().has("rounding") || !request.body().has("enterprise")) {
            data.rounding(RoundingMethod.parse(required(request, "rounding")));
        }
        return request.body();
    }

    private Object orders(ControlRequest request) {
        String reference = request.query().get("ref");
        return reference == null ? data.orders() : data.orders(reference);
    }

    private Object pickings(ControlRequest request) {
        String order = request.query().get("order");
        return order == null ? data.pickings() : data.pickingsOf(order);
    }

    private static Map<String, BigDecimal> quantities(ControlRequest request) {
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        JsonNode given = request.body().path("quantities");
        given.fields().forEachRemaining(entry -> {
            if (!entry.getValue().isNumber()) {
                throw new IllegalArgumentException("quantities are numbers by SKU");
            }
            quantities.put(entry.getKey(), entry.getValue().decimalValue());
        });
        return quantities;
    }

    private PickingView takeBack(ControlRequest request) {
        return data.takeBack(pickingId(request), quantities(request));
    }

    private Object setPolicy(ControlRequest request) {
        String policy = required(request, "policy");
        if (!List.of("order", "delivery").contains(policy)) {
            throw new IllegalArgumentException("policy must be order or delivery");
        }
        data.invoicePolicy(request.path().get("sku"), policy.equals("delivery"));
        return Map.of("policy", policy);
    }

    private PickingView ship(ControlRequest request) {
        return data.ship(
                pickingId(request),
                new Shipment(
                        request.text("tracking").orElse(""),
                        request.text("carrier").orElse(""),
                        quantities(request)));
    }

    private long pickingId(ControlRequest request) {
        long id = request.id("id");
        return data.picking(id).map(PickingView::id).orElseThrow(() -> new NoSuchElementException("no picking " + id));
    }

    private Object setKey(ControlRequest request) {
        String key = request.text("key").orElse(simulator.settings().apiKey());
        if (request.flag("revoked", false)) {
            simulator.keys().revoke(key);
            return Map.of("revoked", true);
        }
        boolean administrator = request.flag("administrator", false);
        simulator
                .keys()
                .grant(
                        key,
                        new User(
                                administrator ? 1 : 2,
                                administrator ? "admin" : simulator.settings().login(),
                                administrator));
        return Map.of("revoked", false);
    }

    private Object setRight(ControlRequest request) {
        boolean allowed = request.flag("allowed", false);
        if (request.text("group").isPresent()) {
            simulator.rights().setGroup(required(request, "group"), allowed);
            return Map.of("allowed", allowed);
        }
        simulator.rights().set(required(request, "model"), required(request, "operation"), allowed);
        return Map.of("allowed", allowed);
    }

    private Object addConflict(ControlRequest request) {
        simulator.conflicts().add(request.text("match").orElse("*"), request.number("times", 1));
        return Map.of("ordered", List.of(request.text("match").orElse("*"), request.number("times", 1)));
    }

    private Object setPace(ControlRequest request) {
        int millis = request.number("callMillis", 0);
        simulator.pace().set(Duration.ofMillis(millis));
        return Map.of("callMillis", millis);
    }

    private static String required(ControlRequest request, String field) {
        return request.text(field)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    private static void decimal(String text, String field) {
        try {
            new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field + " must be a number", e);
        }
    }
}

package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.fault.ControlRequest;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.inventory.QuantityName;
import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The control API of what lies where, and of the locations. */
final class InventoryControl {

    private final ShopifyInventory inventory;
    private final ShopifyCatalog catalog;

    InventoryControl(ShopifyInventory inventory, ShopifyCatalog catalog) {
        this.inventory = inventory;
        this.catalog = catalog;
    }

    void addTo(SimulatedServer server) {
        locations(server);
        server.control(HttpMethod.GET, "/inventory/:sku", request -> item(sku(request)));
        server.control(HttpMethod.PUT, "/inventory/:sku", this::put);
        server.control(HttpMethod.POST, "/inventory/:sku/stock", request -> {
            inventory.stockAt(sku(request), place(request));
            return item(sku(request));
        });
        server.control(HttpMethod.POST, "/inventory/:sku/unstock", request -> {
            inventory.unstock(sku(request), place(request));
            return item(sku(request));
        });
        server.control(HttpMethod.POST, "/inventory", request -> {
            inventory.create(
                    request.text("sku").orElseThrow(() -> new IllegalArgumentException("sku is missing")),
                    request.number("available", 0),
                    place(request));
            return item(request.text("sku").orElseThrow());
        });
        server.control(HttpMethod.POST, "/inventory/generate", request -> {
            inventory.generate(request.number("products", 1), request.number("available", 10));
            return Map.of("products", catalog.size());
        });
        server.control(HttpMethod.POST, "/inventory/refuse", request -> {
            String code = request.text("code").orElse("IDEMPOTENCY_CONCURRENT_REQUEST");
            inventory.refuseNext(code, request.number("times", 1));
            return Map.of("code", code);
        });
    }

    private void locations(SimulatedServer server) {
        server.control(
                HttpMethod.GET,
                "/locations",
                request -> inventory.locations().stream()
                        .map(InventoryControl::location)
                        .toList());
        server.control(
                HttpMethod.POST,
                "/locations",
                request -> location(inventory.addLocation(request.text("name").orElse(""))));
        server.control(HttpMethod.POST, "/locations/:id", request -> {
            request.text("name").ifPresent(name -> inventory.renameLocation(request.id("id"), name));
            if (request.body().has("fulfillsOnlineOrders")) {
                inventory.fulfilOnline(request.id("id"), request.flag("fulfillsOnlineOrders", true));
            }
            return location(inventory.location(request.id("id")));
        });
        act(server, "activate", (id, request) -> inventory.activateLocation(id));
        act(server, "deactivate", (id, request) -> inventory.deactivateLocation(id));
        server.control(HttpMethod.DELETE, "/locations/:id", request -> {
            inventory.deleteLocation(request.id("id"));
            return Map.of("deleted", request.id("id"));
        });
    }

    private void act(SimulatedServer server, String action, BiConsumer<Long, ControlRequest> act) {
        server.control(HttpMethod.POST, "/locations/:id/" + action, request -> {
            act.accept(request.id("id"), request);
            return location(inventory.location(request.id("id")));
        });
    }

    private Object put(ControlRequest request) {
        String sku = sku(request);
        if (request.body().has("tracked")) {
            inventory.track(sku, request.flag("tracked", true));
        }
        if (request.body().has("bundle")) {
            inventory.bundle(sku, request.flag("bundle", true));
        }
        if (request.body().has("available")) {
            inventory.setAvailable(sku, request.number("available", 0), place(request));
        }
        return item(sku);
    }

    private static String sku(ControlRequest request) {
        return request.path().get("sku");
    }

    /** Null for the standard location. */
    private static String place(ControlRequest request) {
        return request.text("location").orElse(null);
    }

    private static Map<String, Object> location(Location location) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", location.id());
        view.put("gid", "gid://shopify/Location/" + location.id());
        view.put("name", location.name());
        view.put("active", location.isActive());
        view.put("fulfillsOnlineOrders", location.fulfillsOnlineOrders());
        return view;
    }

    private Map<String, Object> item(String sku) {
        Variant variant = catalog.variant(sku);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("sku", sku);
        view.put("inventoryItemId", variant.inventoryItemId());
        view.put("variantId", variant.id());
        view.put("tracked", variant.item().tracked());
        view.put("available", variant.quantity());
        view.put(
                "levels",
                inventory.levels(variant.inventoryItemId()).stream()
                        .map(InventoryControl::level)
                        .toList());
        return view;
    }

    private static Map<String, Object> level(Level level) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("location", level.location().name());
        view.put("locationId", level.location().id());
        view.put("active", level.isActive());
        for (QuantityName name : QuantityName.values()) {
            view.put(name.wireName(), level.units(name));
        }
        view.put("updated_at", level.updatedAt().toString());
        return view;
    }
}

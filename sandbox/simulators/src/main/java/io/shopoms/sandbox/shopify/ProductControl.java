package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.fault.ControlRequest;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.shopify.catalog.MetafieldDefinition;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductDraft;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The part of the control API that is about products. */
final class ProductControl {

    /** The newest, where nothing else is asked for. */
    private static final int LISTED = 250;

    private final ShopifyCatalog catalog;

    ProductControl(ShopifyCatalog catalog) {
        this.catalog = catalog;
    }

    void addTo(SimulatedServer server) {
        server.control(HttpMethod.GET, "/products", this::list);
        server.control(HttpMethod.POST, "/products", request -> ProductView.of(create(request)));
        server.control(HttpMethod.GET, "/products/:id", request -> ProductView.of(catalog.product(request.id("id"))));
        server.control(HttpMethod.DELETE, "/products/:id", request -> {
            catalog.delete(request.id("id"));
            return Map.of("deleted", request.id("id"));
        });
        server.control(HttpMethod.POST, "/products/generate", request -> {
            catalog.generate(request.number("products", 100), request.number("variants", 3));
            return Map.of("products", catalog.size());
        });
        server.control(HttpMethod.PUT, "/products", request -> {
            catalog.touchedByOrders(request.flag("touchedByOrders", false));
            return Map.of("touchedByOrders", request.flag("touchedByOrders", false));
        });
        variants(server);
        server.control(HttpMethod.POST, "/metafield-definitions", request -> {
            MetafieldDefinition made = catalog.defineMetafield(
                    request.text("ownerType").orElse("PRODUCT"),
                    wanted(request, "namespace"),
                    wanted(request, "key"),
                    wanted(request, "type"));
            return Map.of("id", made.id(), "type", made.type());
        });
        act(server, "", (id, request) -> catalog.change(id, ProductDraft.from(request.body())));
        act(server, "/touch", (id, request) -> catalog.touch(id));
        act(server, "/publish", (id, request) -> catalog.publish(id, true));
        act(server, "/unpublish", (id, request) -> catalog.publish(id, false));
    }

    private void variants(SimulatedServer server) {
        act(server, "/variants", (id, request) -> catalog.addVariant(id, ProductDraft.variant(request.body())));
        server.control(HttpMethod.POST, "/variants/swap", request -> {
            catalog.swapSkus(wanted(request, "first"), wanted(request, "second"));
            return Map.of("swapped", true);
        });
        server.control(HttpMethod.POST, "/variants/:id", request -> {
            catalog.changeVariant(request.id("id"), ProductDraft.fields(request.body()));
            return Map.of("changed", request.id("id"));
        });
        server.control(HttpMethod.DELETE, "/variants/:id", request -> {
            catalog.removeVariant(request.id("id"));
            return Map.of("deleted", request.id("id"));
        });
    }

    private static String wanted(ControlRequest request, String field) {
        return request.text(field).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    private void act(SimulatedServer server, String action, BiConsumer<Long, ControlRequest> act) {
        server.control(HttpMethod.POST, "/products/:id" + action, request -> {
            long id = request.id("id");
            act.accept(id, request);
            return ProductView.of(catalog.product(id));
        });
    }

    private Object list(ControlRequest request) {
        String limit = request.query().getOrDefault("limit", Integer.toString(LISTED));
        if (!limit.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("limit must be a number");
        }
        List<Product> all = catalog.products();
        return all.subList(Math.max(0, all.size() - Integer.parseInt(limit)), all.size()).stream()
                .map(ProductView::of)
                .toList();
    }

    private Product create(ControlRequest request) {
        if (request.text("title").isPresent()) {
            return catalog.create(ProductDraft.from(request.body()));
        }
        String sku = request.text("sku").orElseThrow(() -> new IllegalArgumentException("title or sku is missing"));
        return catalog.create(ProductDraft.from(request.body()).with("title", "Product " + sku));
    }
}

package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.fault.ControlRequest;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductDraft;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.function.BiConsumer;

/** The part of the control API that is about products. */
final class ProductControl {

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
        act(server, "", (id, request) -> catalog.change(id, ProductDraft.from(request.body())));
        act(server, "/touch", (id, request) -> catalog.touch(id));
        act(server, "/publish", (id, request) -> catalog.publish(id, true));
        act(server, "/unpublish", (id, request) -> catalog.publish(id, false));
    }

    private void act(SimulatedServer server, String action, BiConsumer<Long, ControlRequest> act) {
        server.control(HttpMethod.POST, "/products/:id" + action, request -> {
            long id = request.id("id");
            act.accept(id, request);
            return ProductView.of(catalog.product(id));
        });
    }

    private Object list(ControlRequest request) {
        return catalog.products().stream().map(ProductView::of).toList();
    }

    private Product create(ControlRequest request) {
        if (request.text("title").isPresent()) {
            return catalog.create(ProductDraft.from(request.body()));
        }
        String sku = request.text("sku").orElseThrow(() -> new IllegalArgumentException("title or sku is missing"));
        return catalog.create(ProductDraft.from(request.body()).with("title", "Product " + sku));
    }
}

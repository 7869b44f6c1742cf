package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.fault.ControlRequest;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.shopify.order.CustomerProfile;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.function.BiConsumer;

/** The part of the control API that is about customers. */
final class CustomerControl {

    private final ShopifyAdmin admin;

    CustomerControl(ShopifyAdmin admin) {
        this.admin = admin;
    }

    void addTo(SimulatedServer server) {
        server.control(
                HttpMethod.GET,
                "/customers",
                request -> admin.customers().stream().map(ControlView::customer).toList());
        act(server, "", (id, request) -> admin.updateCustomer(id, CustomerProfile.from(request.body())));
        act(server, "/merge", (id, request) -> admin.mergeCustomers(id, other(request)));
        act(server, "/redact", (id, request) -> admin.redactCustomer(id));
        server.control(HttpMethod.DELETE, "/customers/:id", request -> {
            admin.deleteCustomer(request.id("id"));
            return Map.of("deleted", request.id("id"));
        });
    }

    private void act(SimulatedServer server, String action, BiConsumer<Long, ControlRequest> act) {
        server.control(HttpMethod.POST, "/customers/:id" + action, request -> {
            long id = request.id("id");
            act.accept(id, request);
            return ControlView.customer(admin.customer(id));
        });
    }

    private static long other(ControlRequest request) {
        try {
            return Long.parseLong(request.text("with").orElse(""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("with must be the id of the customer that is merged away", e);
        }
    }
}

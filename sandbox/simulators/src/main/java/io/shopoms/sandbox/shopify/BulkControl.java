package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.fault.ControlRequest;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.shopify.bulk.BulkFault;
import io.shopoms.sandbox.shopify.bulk.BulkOperation;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The part of the control API that is about bulk operations. */
final class BulkControl {

    private final ShopifyBulk bulk;

    BulkControl(ShopifyBulk bulk) {
        this.bulk = bulk;
    }

    void addTo(SimulatedServer server) {
        server.control(
                HttpMethod.GET,
                "/bulk",
                request -> bulk.operations().stream().map(BulkControl::view).toList());
        server.control(HttpMethod.PUT, "/bulk", request -> {
            int delay = request.number("delayMillis", 50);
            if (delay < 0) {
                throw new IllegalArgumentException("delayMillis must be 0 or more");
            }
            bulk.take(Duration.ofMillis(delay));
            return Map.of("delayMillis", delay);
        });
        server.control(HttpMethod.POST, "/bulk/faults", this::fault);
        server.control(HttpMethod.POST, "/bulk/:id/expire", request -> {
            bulk.expire(request.id("id"));
            return Map.of("expired", request.id("id"));
        });
    }

    private Object fault(ControlRequest request) {
        BulkFault.Kind kind = BulkFault.Kind.parse(request.text("kind").orElse("fail"));
        BulkFault fault = new BulkFault(
                kind,
                request.number("afterObjects", 0),
                request.text("errorCode").orElse("INTERNAL_SERVER_ERROR"));
        bulk.fail(fault);
        return Map.of("kind", kind.name(), "afterObjects", fault.afterObjects());
    }

    private static Map<String, Object> view(BulkOperation operation) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", operation.id());
        view.put("type", operation.type().name());
        view.put("status", operation.status().name());
        view.put("errorCode", operation.errorCode());
        view.put("objectCount", operation.objectCount());
        return view;
    }
}

package io.shopoms.sandbox.odoo.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.ControlRequest;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.odoo.Merchandise;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of {@code /control/…} that a person who looks after products needs. */
final class CatalogControl {

    private static final int MOST = 1000;

    /** Short names of fields; every other name is a field's own. */
    private static final Map<String, String> FIELDS =
            Map.of("price", "list_price", "sku", "default_code", "image", "image_1920");

    private final Merchandise goods;

    CatalogControl(Merchandise goods) {
        this.goods = goods;
    }

    void addTo(SimulatedServer server) {
        server.control(HttpMethod.GET, "/templates", request -> goods.latest(MOST));
        server.control(HttpMethod.POST, "/templates", this::create);
        server.control(HttpMethod.GET, "/templates/:id", request -> goods.template(request.id("id")));
        server.control(HttpMethod.PUT, "/templates/:id", request -> goods.edit(request.id("id"), values(request)));
        server.control(HttpMethod.DELETE, "/templates/:id", this::delete);
        server.control(
                HttpMethod.POST,
                "/templates/:id/values",
                request -> goods.addValue(request.id("id"), required(request, "option"), required(request, "value")));
        server.control(
                HttpMethod.POST,
                "/templates/:id/values/remove",
                request ->
                        goods.removeValue(request.id("id"), required(request, "option"), required(request, "value")));
        server.control(
                HttpMethod.PUT, "/variants/:id", request -> goods.editVariant(request.id("id"), values(request)));
        server.control(HttpMethod.PUT, "/attribute-values", this::rename);
    }

    private Object create(ControlRequest request) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        request.body().path("options").fields().forEachRemaining(option -> {
            List<String> values = new ArrayList<>();
            option.getValue().forEach(value -> values.add(value.asText()));
            options.put(option.getKey(), values);
        });
        String price = request.text("price").orElse("1.00");
        try {
            new BigDecimal(price);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("price must be a number", e);
        }
        String sku = required(request, "sku");
        return goods.create(request.text("name").orElse(sku), sku, price, options);
    }

    private Object delete(ControlRequest request) {
        goods.delete(request.id("id"));
        return Map.of("deleted", request.id("id"));
    }

    private Object rename(ControlRequest request) {
        String name = required(request, "name");
        goods.renameValue(required(request, "option"), required(request, "value"), name);
        return Map.of("name", name);
    }

    private static Map<String, Object> values(ControlRequest request) {
        Map<String, Object> values = new LinkedHashMap<>();
        request.body().fields().forEachRemaining(entry -> {
            String name = FIELDS.getOrDefault(entry.getKey(), entry.getKey());
            JsonNode value = entry.getValue();
            boolean number = Set.of("list_price", "lst_price").contains(name) && value.isTextual();
            values.put(name, number ? new BigDecimal(value.asText()) : Json.MAPPER.convertValue(value, Object.class));
        });
        if (values.isEmpty()) {
            throw new IllegalArgumentException("name a field, such as name, price, sku, barcode or active");
        }
        return values;
    }

    private static String required(ControlRequest request, String field) {
        return request.text(field)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }
}

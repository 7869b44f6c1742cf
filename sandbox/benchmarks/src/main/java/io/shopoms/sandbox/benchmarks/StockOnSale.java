package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.shopoms.sandbox.stack.StackStatus;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * The same products in the simulated Shopify and the simulated Odoo, with different stock, and the news that they are the
 * same, as the catalog service tells it: an event for each product.
 */
final class StockOnSale {

    /** Units of each in Odoo. */
    static final int STOCK = 25;

    /** Units of each in Shopify, before it is told. */
    private static final int SHOWN = 10;

    private static final long CONFIRM_LIMIT_MILLIS = 120_000;

    private final StackStatus status;
    private final ControlCall shopify;
    private final OdooCalls odoo;
    private final int count;
    private final Map<Long, JsonNode> made = new ConcurrentHashMap<>();

    /** @param count of the products, {@code GEN-1-1} and so on */
    StockOnSale(StackStatus status, int count) {
        this.status = status;
        this.shopify = new ControlCall(status.shopify().adminUrl(), "");
        this.odoo = new OdooCalls(status.odoo());
        this.count = count;
    }

    static String sku(long product) {
        return "GEN-" + product + "-1";
    }

    void make() throws InterruptedException {
        shopify.post("/control/inventory/generate", "{\"products\":" + count + ",\"available\":" + SHOWN + "}");
        long place = odoo.call(
                        "stock.warehouse",
                        "search_read",
                        "{\"domain\":[[\"code\",\"=\",\"WH\"]],\"fields\":[\"lot_stock_id\"]}")
                .path(0)
                .path("lot_stock_id")
                .path(0)
                .asLong();
        odoo.rate(1, count, (first, size) -> {
            JsonNode products = products(first, size);
            count(products, place);
            for (int i = 0; i < size; i++) {
                made.put(first + i, products.get(i));
            }
        });
    }

    private JsonNode products(long first, int size) {
        ObjectNode body = OdooCalls.JSON.createObjectNode();
        ArrayNode values = body.putArray("vals_list");
        for (long product = first; product < first + size; product++) {
            values.addObject()
                    .put("name", "Product " + product)
                    .put("default_code", sku(product))
                    .put("type", "consu")
                    .put("is_storable", true);
        }
        JsonNode ids = odoo.call("product.product", "create", body.toString());
        return odoo.call("product.product", "read", "{\"ids\":" + ids + ",\"fields\":[\"product_tmpl_id\"]}");
    }

    /** An inventory count of each, applied at once. */
    private void count(JsonNode products, long place) {
        ObjectNode body = OdooCalls.JSON.createObjectNode();
        body.putObject("context").put("inventory_mode", true);
        ArrayNode values = body.putArray("vals_list");
        products.forEach(product -> values.addObject()
                .put("product_id", product.path("id").asLong())
                .put("location_id", place)
                .put("inventory_quantity_auto_apply", STOCK));
        odoo.call("stock.quant", "create", body.toString());
    }

    /** What the catalog service would tell of each product, in their order. */
    List<ObjectNode> links() {
        List<ObjectNode> links = new ArrayList<>();
        shopify.get("/control/products?limit=" + count).forEach(product -> links.add(event(product)));
        return links;
    }

    /** Publishes {@code variant.linked} for each, and waits until the broker has them all. */
    void publish(List<ObjectNode> links) throws IOException, InterruptedException {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(status.amqpUrl());
            try (Connection connection = factory.newConnection("benchmark");
                    Channel channel = connection.createChannel()) {
                channel.confirmSelect();
                BasicProperties properties =
                        new BasicProperties.Builder().deliveryMode(2).build();
                for (ObjectNode link : links) {
                    channel.basicPublish(
                            "shopoms.events", "variant.linked", properties, OdooCalls.JSON.writeValueAsBytes(link));
                }
                channel.waitForConfirmsOrDie(CONFIRM_LIMIT_MILLIS);
            }
        } catch (URISyntaxException | GeneralSecurityException | TimeoutException e) {
            throw new IllegalStateException("the broker does not take events", e);
        }
    }

    private ObjectNode event(JsonNode product) {
        JsonNode variant = product.path("variants").path(0);
        String sku = variant.path("sku").asText();
        JsonNode inOdoo = made.get(Long.parseLong(sku.split("-")[1]));
        ObjectNode event = OdooCalls.JSON.createObjectNode();
        event.put("shop", status.shopify().shopDomain())
                .put("shopifyProductId", product.path("id").asLong())
                .put("odooTemplateId", inOdoo.path("product_tmpl_id").path(0).asLong())
                .put("linkedAt", Instant.now().toString());
        event.putArray("variants")
                .addObject()
                .put("shopifyVariantId", variant.path("id").asLong())
                .put("inventoryItemId", variant.path("inventoryItemId").asLong())
                .put("odooProductId", inOdoo.path("id").asLong())
                .put("sku", sku);
        return event;
    }
}

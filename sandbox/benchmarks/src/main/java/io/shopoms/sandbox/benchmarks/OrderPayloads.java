package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Orders in the full shape of a webhook: one is placed in the simulated Shopify, the others are it under other numbers. */
final class OrderPayloads {

    /** What each order holds. */
    static final List<Item> ITEMS = List.of(
            new Item("CSH-WHT-S", "Classic Cotton Shirt - White / S", 2, "24.90"),
            new Item("MUG-1", "Enamel Mug", 1, "6.90"),
            new Item("BAG-1", "Tote Bag", 1, "12.00"));

    private static final String ORDER = """
            {"email": "ada.example@acme.example", "webhooks": false, "lines": [%s],
             "shipping": {"title": "Standard", "price": "5.00"}, "taxRate": "0.10"}""";

    /** @param price of one unit, in USD */
    record Item(String sku, String title, int quantity, String price) {

        private String json() {
            return "{\"sku\":\"" + sku + "\",\"title\":\"" + title + "\",\"quantity\":" + quantity + ",\"price\":\""
                    + price + "\"}";
        }
    }

    private final ObjectNode template;
    private final String secret;

    private OrderPayloads(ObjectNode template, String secret) {
        this.template = template;
        this.secret = secret;
    }

    static OrderPayloads from(String simulatedShopify, String secret) {
        ControlCall shopify = new ControlCall(simulatedShopify, "");
        JsonNode placed = shopify.post(
                "/control/orders",
                ORDER.formatted(ITEMS.stream().map(Item::json).collect(Collectors.joining(","))));
        JsonNode payload = shopify.get("/control/orders/" + placed.path("id").asText() + "/webhook");
        return new OrderPayloads((ObjectNode) payload, secret);
    }

    /** Orders numbered {@code first} to {@code first + count - 1}, each of a customer of its own. */
    List<SignedWebhook> orders(long first, int count) {
        List<SignedWebhook> webhooks = new ArrayList<>(count);
        for (long id = first; id < first + count; id++) {
            webhooks.add(SignedWebhook.of("benchmark-" + id, "orders/create", order(id), secret));
        }
        return webhooks;
    }

    /**
     * Webhooks numbered {@code first} to {@code first + count - 1}, each with an id of its own, about {@code orders} orders in
     * turn: as a shop sends several for each order.
     */
    List<SignedWebhook> webhooks(long firstOrder, int orders, int first, int count) {
        List<SignedWebhook> webhooks = new ArrayList<>(count);
        for (int number = first; number < first + count; number++) {
            webhooks.add(SignedWebhook.of(
                    "benchmark-webhook-" + number, "orders/create", order(firstOrder + number % orders), secret));
        }
        return webhooks;
    }

    private String order(long id) {
        ObjectNode order = template.deepCopy();
        order.put("id", id);
        order.put("admin_graphql_api_id", "gid://shopify/Order/" + id);
        order.put("name", "#" + id);
        String email = "customer-" + id + "@example.com";
        order.put("email", email);
        order.put("contact_email", email);
        if (order.path("customer") instanceof ObjectNode customer) {
            customer.put("id", id);
            customer.put("email", email);
        }
        int line = 0;
        for (JsonNode item : order.path("line_items")) {
            ((ObjectNode) item).put("id", id * 10 + line++);
        }
        for (JsonNode item : order.path("shipping_lines")) {
            ((ObjectNode) item).put("id", id * 10 + line++);
        }
        return order.toString();
    }
}

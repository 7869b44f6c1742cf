package io.shopoms.sandbox.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * One order from the shop's checkout to the parcel's tracking number in the shop: placed in the simulated Shopify, confirmed
 * in Odoo with the same total, shipped there, fulfilled in Shopify. Every stage must be seen; the first one that is not
 * ends the demo with a {@link StackProblem}.
 */
final class Demo {

    /** Two lines, a discount, shipping and ten percent tax on all of it: 62.37 in the end. */
    private static final String ORDER = """
            {"email": "ada.example@acme.example",
             "lines": [{"sku": "CSH-WHT-S", "title": "Classic Cotton Shirt - White / S", "quantity": 2, "price": "24.90"},
                       {"sku": "MUG-1", "title": "Enamel Mug", "quantity": 1, "price": "6.90"}],
             "discount": {"code": "WELCOME5", "amount": "5.00"},
             "shipping": {"title": "Standard", "price": "5.00"},
             "taxRate": "0.10", "taxesIncluded": false, "currency": "USD"}""";

    private final LocalStack stack;
    private final Consumer<String> print;

    Demo(LocalStack stack, Consumer<String> print) {
        this.stack = stack;
        this.print = print;
    }

    void run() {
        if (stack.shopifyIsReal()) {
            throw new StackProblem(
                    "the demo places an order, so it needs the simulated Shopify: unset SHOPIFY_SHOP_DOMAIN,"
                            + " or use ./shopoms up");
        }
        Timeline timeline = new Timeline(print);
        print.accept("shopOMS demo: one order, from checkout to tracking number");
        stack.up();
        StackStatus status = stack.status();
        timeline.note("stack ready", status.parts().size() + " processes");
        Shop shop = new Shop(status.shopify().adminUrl());
        String orderId = place(timeline, shop);
        BigDecimal total = new BigDecimal(shop.order(orderId).path("totalPrice").asText("-1"));
        follow(timeline, status, shop, orderId, total);
        print.accept("");
        print.accept("Every stage was seen. The stack goes on running:");
        addresses(status);
    }

    private String place(Timeline timeline, Shop shop) {
        JsonNode placed = shop.place(ORDER);
        String id = placed.path("id").asText();
        if (id.isEmpty()) {
            throw new StackProblem("the simulated Shopify did not say which order it placed: " + placed);
        }
        timeline.note("order placed", placed.path("name").asText() + " in the simulated Shopify");
        return id;
    }

    private void follow(Timeline timeline, StackStatus status, Shop shop, String orderId, BigDecimal total) {
        HttpJson ops = new HttpJson(Optional.of(status.operatorToken()));
        timeline.await(
                "webhook accepted", () -> shop.accepted(orderId), topic -> topic + ", signed, verified, answered 200");
        String cache = status.part(Blueprint.ORDERS).url() + "/api/cache/orders/" + orderId;
        timeline.await("order cached", () -> present(ops.get(cache)), row -> "raw record in order_sync");

        Warehouse warehouse = new Warehouse(new OdooApi(status.odoo()));
        String origin = "shopify:" + status.shopify().shopDomain() + ":" + orderId;
        JsonNode sale = timeline.await(
                "order in Odoo",
                () -> warehouse.confirmedOrder(origin),
                order -> order.path("name").asText() + " confirmed, total "
                        + order.path("amount_total").asText());
        warehouse.mustTotal(sale, total);
        timeline.await(
                "record processed",
                () -> present(ops.get(cache))
                        .filter(row -> row.path("status").asText().equals("PROCESSED")),
                row -> row.path("note").asText());

        JsonNode picking = timeline.await(
                "delivery ready",
                () -> warehouse.readyPicking(sale),
                found -> found.path("name").asText() + ", stock reserved");
        String tracking = "1Z" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 10_000_000_000L);
        warehouse.ship(picking, tracking);
        timeline.note("shipped in Odoo", picking.path("name").asText() + " with tracking number " + tracking);
        timeline.await(
                "fulfilled in Shopify",
                () -> shop.fulfillmentWith(orderId, tracking),
                fulfillment -> fulfillment.path("name").asText() + " shows " + tracking);
    }

    private void addresses(StackStatus status) {
        status.parts().forEach(part -> print.accept(String.format("  %-26s %s", part.name(), part.url())));
        print.accept(String.format(
                "  %-26s %s", "simulated Shopify", status.shopify().adminUrl() + "/"));
        print.accept(String.format("  %-26s %s", "Odoo", status.odoo().url() + "/"));
        print.accept(String.format(
                "  %-26s %s",
                "ops API of the orders", status.part(Blueprint.ORDERS).url() + "/q/swagger-ui"));
        print.accept("./shopoms status --json has a token for the ops APIs; ./shopoms down stops everything.");
    }

    private static Optional<JsonNode> present(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }
}

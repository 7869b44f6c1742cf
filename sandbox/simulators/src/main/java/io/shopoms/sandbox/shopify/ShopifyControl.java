package io.shopoms.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Answer;
import io.shopoms.sandbox.fault.ControlRequest;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.shopify.order.Cancellation;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.OrderEdit;
import io.shopoms.sandbox.shopify.order.RefundWish;
import io.shopoms.sandbox.shopify.order.ReturnWish;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import io.shopoms.sandbox.shopify.page.StorePage;
import io.shopoms.sandbox.shopify.webhook.Disorder;
import io.shopoms.sandbox.shopify.webhook.ReleaseOrder;
import io.shopoms.sandbox.shopify.webhook.Topics;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The control API of the simulated Shopify: acts as a buyer or the merchant would, and directs webhooks. */
final class ShopifyControl {

    private final ShopifySimulator shopify;

    ShopifyControl(ShopifySimulator shopify) {
        this.shopify = shopify;
    }

    void addTo(SimulatedServer server) {
        orders(server);
        new CustomerControl(shopify.admin()).addTo(server);
        webhooks(server);
        StorePage page = new StorePage();
        server.router()
                .get("/")
                .handler(context -> server.respond(context, request -> Answer.html(shopify.show(page))));
        new ProductControl(shopify.catalog()).addTo(server);
        new InventoryControl(shopify.inventory(), shopify.catalog()).addTo(server);
        new BulkControl(shopify.bulk()).addTo(server);
        server.control(HttpMethod.POST, "/tokens/expire", request -> {
            shopify.expireTokens();
            return Map.of("expired", true);
        });
    }

    private void orders(SimulatedServer server) {
        server.control(
                HttpMethod.GET,
                "/orders",
                request -> shopify.orders().stream().map(ControlView::order).toList());
        server.control(
                HttpMethod.POST,
                "/orders",
                request -> ControlView.order(shopify.placeOrder(OrderDraft.from(request.body()))));
        server.control(HttpMethod.GET, "/orders/:id", request -> ControlView.order(shopify.order(request.id("id"))));
        act(server, "edit", (id, request) -> shopify.editOrder(id, OrderEdit.from(request.body())));
        act(server, "touch", (id, request) -> shopify.touchOrder(id));
        act(server, "pay", (id, request) -> shopify.admin().pay(id, amount(request)));
        act(server, "capture", (id, request) -> shopify.admin().capture(id, amount(request)));
        act(server, "void", (id, request) -> shopify.admin().voidAuthorization(id));
        act(server, "refund", (id, request) -> shopify.admin().refund(id, RefundWish.from(request.body())));
        act(server, "return", (id, request) -> shopify.admin().takeReturn(id, ReturnWish.from(request.body())));
        act(server, "close", (id, request) -> shopify.admin().close(id));
        act(
                server,
                "cancel",
                (id, request) -> shopify.admin()
                        .cancel(
                                id,
                                new Cancellation(
                                        request.text("reason").orElse("customer"),
                                        request.flag("restock", true),
                                        request.flag("refund", true),
                                        request.text("note").orElse(null))));
        server.control(HttpMethod.DELETE, "/orders/:id", request -> {
            shopify.admin().delete(request.id("id"));
            return Map.of("deleted", request.id("id"));
        });
        act(server, "hold", (id, request) -> shopify.holdFulfillment(id, true));
        act(server, "release", (id, request) -> shopify.holdFulfillment(id, false));
        act(
                server,
                "ship",
                (id, request) -> shopify.shipInAdmin(
                        id,
                        new TrackingInfo(
                                request.text("carrier").orElse(null),
                                request.text("tracking").orElse(null),
                                null)));
        server.router()
                .get("/control/orders/:id/webhook")
                .handler(context -> server.respond(
                        context,
                        request -> new Answer(
                                200,
                                Map.of("Content-Type", "application/json"),
                                Buffer.buffer(shopify.webhookBody(request.id("id"))))));
    }

    private void act(SimulatedServer server, String action, BiConsumer<Long, ControlRequest> act) {
        server.control(HttpMethod.POST, "/orders/:id/" + action, request -> {
            long id = request.id("id");
            act.accept(id, request);
            return ControlView.order(shopify.order(id));
        });
    }

    private static BigDecimal amount(ControlRequest request) {
        String text = request.text("amount").orElse(null);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("amount: '" + text + "' is not a valid value", e);
        }
    }

    private void webhooks(SimulatedServer server) {
        server.control(
                HttpMethod.GET,
                "/webhooks",
                request -> Map.of(
                        "deliveries",
                        shopify.deliveries().log().stream()
                                .map(ControlView::delivery)
                                .toList()));
        server.control(HttpMethod.PUT, "/webhooks", this::configure);
        server.control(
                HttpMethod.GET,
                "/webhooks/subscriptions",
                request -> shopify.subscriptions().all().stream()
                        .map(ControlView::subscription)
                        .toList());
        server.control(HttpMethod.POST, "/webhooks/hold", request -> {
            shopify.deliveries().hold();
            return Map.of("holding", true);
        });
        server.control(HttpMethod.POST, "/webhooks/release", request -> {
            shopify.deliveries()
                    .release(ReleaseOrder.parse(request.text("order").orElse("sent")));
            return Map.of("holding", false);
        });
        server.control(HttpMethod.POST, "/webhooks/:webhookId/resend", request -> {
            shopify.deliveries().resend(request.path().get("webhookId"));
            return Map.of("resent", true);
        });
    }

    private Object configure(ControlRequest request) {
        JsonNode topics = request.body().path("topics");
        List<String> wanted = new ArrayList<>();
        topics.forEach(topic -> wanted.add(topic.asText()));
        Map<String, Disorder> ofTopics = new LinkedHashMap<>();
        request.body()
                .path("disorder")
                .fields()
                .forEachRemaining(topic -> ofTopics.put(
                        topic.getKey(), disorder(new ControlRequest(Map.of(), Map.of(), topic.getValue()))));
        Disorder disorder = disorder(request);
        request.text("secret").ifPresent(shopify.deliveries()::signWith);
        request.text("target")
                .ifPresent(target -> shopify.subscriptions()
                        .configure(
                                Environment.httpAddress("target", target),
                                wanted.isEmpty() ? Topics.SENT : wanted,
                                shopify.settings().clock().instant()));
        shopify.deliveries().worsen(disorder);
        ofTopics.forEach(shopify.deliveries()::worsen);
        return shopify.subscriptions().all().stream()
                .map(ControlView::subscription)
                .toList();
    }

    private static Disorder disorder(ControlRequest request) {
        return new Disorder(
                request.number("copies", 0),
                Duration.ofMillis(request.number("delayMillis", 0)),
                Duration.ofMillis(request.number("jitterMillis", 0)));
    }
}

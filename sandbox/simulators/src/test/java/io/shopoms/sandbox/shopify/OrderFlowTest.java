package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.WebhookSender;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One order from the checkout to the delivered parcel, over HTTP alone. */
class OrderFlowTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String TWO_LINES = """
            {"lines": [
               {"sku": "TEA-GREEN-100", "title": "Green tea 100 g", "quantity": 2, "price": "12.50"},
               {"sku": "MUG-BLUE", "title": "Blue mug", "quantity": 1, "price": "9.99"}],
             "discount": {"code": "WELCOME5", "amount": "5.00"},
             "shipping": {"title": "Standard", "price": "4.90"},
             "taxRate": "0.10"}
            """;

    private WebhookInbox inbox;
    private ShopifySimulator shopify;
    private ShopifyClient client;

    @BeforeEach
    void start() {
        inbox = new WebhookInbox();
        shopify = ShopifySimulator.start(ShopifySettings.defaults().withWebhooks(inbox.uri(), "hush"));
        client = new ShopifyClient(shopify);
    }

    @AfterEach
    void stop() {
        shopify.close();
        inbox.close();
    }

    @Test
    void anOrderIsPlacedAnnouncedSignedAndReadBackOverGraphql() {
        // When
        JsonNode placed = ShopifyClient.json(client.post("/control/orders", ShopifyClient.json(TWO_LINES)));

        // Then
        assertThat(placed.path("name").asText()).isEqualTo("#1001");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(inbox.of("orders/create")).hasSize(1));
        WebhookInbox.Received webhook = inbox.of("orders/create").get(0);
        assertThat(webhook.path()).isEqualTo("/webhooks/orders/create");
        assertThat(webhook.header("X-Shopify-Hmac-Sha256"))
                .isEqualTo(WebhookSender.sign("hush", webhook.body().getBytes()));
        assertThat(webhook.header("X-Shopify-Shop-Domain")).isEqualTo("acme.myshopify.com");
        assertThat(webhook.header("X-Shopify-Triggered-At"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z");
        JsonNode body = ShopifyClient.json(webhook.body().toString());
        assertThat(body.path("id").asLong()).isEqualTo(placed.path("id").asLong());
        assertThat(body.path("total_price").asText()).isEqualTo("38.38");

        JsonNode found = client.run(
                ShopifyClient.document("orders_list"),
                Map.of(
                        "first",
                        10,
                        "query",
                        "updated_at:>='" + placed.path("updated_at").asText() + "'"));
        JsonNode order = found.at("/data/orders/nodes/0");
        assertThat(order.path("legacyResourceId").asText())
                .isEqualTo(placed.path("id").asText());
        assertThat(order.at("/totalPriceSet/shopMoney/amount").asText()).isEqualTo("38.38");
        assertThat(order.at("/lineItems/nodes")).hasSize(2);
    }

    @Test
    void anOrderIsShippedWithTrackingAndSaysSo() {
        // Given
        JsonNode placed = ShopifyClient.json(client.post("/control/orders", ShopifyClient.json(TWO_LINES)));
        String orderGid = placed.path("gid").asText();
        JsonNode open = client.run(ShopifyClient.document("fulfillment_orders_of_order"), Map.of("id", orderGid))
                .at("/data/order/fulfillmentOrders/nodes/0");
        assertThat(open.path("status").asText()).isEqualTo("OPEN");

        // When
        Map<String, Object> fulfillment = new HashMap<>();
        fulfillment.put(
                "lineItemsByFulfillmentOrder",
                List.of(Map.of("fulfillmentOrderId", open.path("id").asText())));
        fulfillment.put("trackingInfo", Map.of("company", "UPS", "number", "1Z999"));
        JsonNode created = client.run(ShopifyClient.document("fulfillment_create"), Map.of("fulfillment", fulfillment));

        // Then
        assertThat(created.at("/data/fulfillmentCreate/userErrors")).isEmpty();
        assertThat(created.at("/data/fulfillmentCreate/fulfillment/name").asText())
                .isEqualTo("#1001-F1");
        JsonNode order = client.run(ShopifyClient.document("order_one"), Map.of("id", orderGid))
                .at("/data/order");
        assertThat(order.path("displayFulfillmentStatus").asText()).isEqualTo("FULFILLED");
        assertThat(order.at("/fulfillments/0/trackingInfo/0/url").asText()).contains("1Z999");
        assertThat(client.get("/control/orders").body()).contains("1Z999");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(inbox.of("orders/fulfilled")).hasSize(1));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(inbox.of("fulfillments/create")).hasSize(1));
    }
}

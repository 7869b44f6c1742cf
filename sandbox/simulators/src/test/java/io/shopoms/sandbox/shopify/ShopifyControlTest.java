package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopifyControlTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private ShopifySimulator shopify;
    private ShopifyClient client;

    @BeforeEach
    void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
        client = new ShopifyClient(shopify);
    }

    @AfterEach
    void stop() {
        shopify.close();
    }

    @Test
    void aPersonPlacesEditsPaysAndCancelsAnOrder() {
        // Given
        String id = post(
                        "/orders",
                        "{\"gateway\":\"manual\",\"lines\":[{\"sku\":\"A\",\"price\":\"10\",\"quantity\":2}]}")
                .path("id")
                .asText();

        // When
        JsonNode edited = post("/orders/" + id + "/edit", "{\"lines\":[{\"sku\":\"A\",\"quantity\":1}]}");
        JsonNode paid = post("/orders/" + id + "/pay", "{}");
        JsonNode cancelled = post("/orders/" + id + "/cancel", "{\"reason\":\"inventory\"}");

        // Then
        assertThat(edited.path("totalPrice").asText()).isEqualTo("10.00");
        assertThat(paid.path("financial_status").asText()).isEqualTo("paid");
        assertThat(cancelled.path("cancelled_at").isTextual()).isTrue();
        assertThat(ShopifyClient.json(client.get("/control/orders/" + id).body()))
                .isEqualTo(cancelled);
    }

    @Test
    void aPersonRefundsReturnsCapturesAndDeletes() {
        // Given
        String paid = place(
                "{\"lines\":[{\"sku\":\"A\",\"price\":\"10.00\",\"quantity\":3}],\"shipping\":{\"price\":\"4.00\"}}");
        String held = place("{\"payments\":[{\"kind\":\"authorization\"}]}");
        String released = place("{\"payments\":[{\"kind\":\"authorization\"}]}");

        // When
        JsonNode refunded = post(
                "/orders/" + paid + "/refund",
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":1,\"restock\":\"cancel\"}],\"shipping\":true,\"note\":\"late\"}");
        post("/orders/" + paid + "/ship", "{}");
        JsonNode returned = post(
                "/orders/" + paid + "/return",
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":1}],\"exchange\":[{\"sku\":\"B\",\"price\":\"4.00\"}]}");
        JsonNode captured = post("/orders/" + held + "/capture", "{\"amount\":\"5.00\"}");
        JsonNode voided = post("/orders/" + released + "/void", "{}");

        // Then
        assertThat(refunded.path("refunded").asText()).isEqualTo("14.00");
        assertThat(returned.path("refunds").path(1).path("amount").asText()).isEqualTo("6.00");
        assertThat(captured.path("financial_status").asText()).isEqualTo("partially_paid");
        assertThat(captured.path("capturable").asText()).isEqualTo("6.90");
        assertThat(voided.path("financial_status").asText()).isEqualTo("voided");
        assertThat(client.delete("/control/orders/" + held).statusCode()).isEqualTo(200);
        assertThat(client.get("/control/orders/" + held).statusCode()).isEqualTo(404);
        assertThat(client.get("/").body()).contains("data-act=\"return\"", "back 14.00", "Give back");
    }

    @Test
    void whatShopifyWouldRefuseIsRefusedOverTheControlApi() {
        // Given
        String id = place("{}");

        // When
        HttpResponse<String> tooMuch =
                client.post("/control/orders/" + id + "/refund", ShopifyClient.json("{\"amount\":\"99\"}"));
        HttpResponse<String> noAmount =
                client.post("/control/orders/" + id + "/capture", ShopifyClient.json("{\"amount\":\"abc\"}"));
        HttpResponse<String> nobody = client.post("/control/customers/1/redact", ShopifyClient.json("{}"));

        // Then
        assertThat(tooMuch.statusCode()).isEqualTo(400);
        assertThat(tooMuch.body()).contains("Refund amount cannot exceed the available amount.");
        assertThat(noAmount.body()).contains("'abc' is not a valid value");
        assertThat(nobody.statusCode()).isEqualTo(404);
    }

    @Test
    void customersAreChangedMergedAndRedacted() {
        // Given
        place("{\"email\":\"a@example.com\"}");
        place("{\"email\":\"b@example.com\"}");
        JsonNode both = ShopifyClient.json(client.get("/control/customers"));
        String kept = both.path(0).path("id").asText();

        // When
        JsonNode changed = post("/customers/" + kept, "{\"firstName\":\"Grace\"}");
        post(
                "/customers/" + kept + "/merge",
                "{\"with\":\"" + both.path(1).path("id").asText() + "\"}");
        JsonNode redacted = post("/customers/" + kept + "/redact", "{}");

        // Then
        assertThat(changed.path("firstName").asText()).isEqualTo("Grace");
        assertThat(ShopifyClient.json(client.get("/control/customers"))).hasSize(1);
        assertThat(redacted.path("email").isNull()).isTrue();
        assertThat(shopify.orders())
                .allSatisfy(order -> assertThat(order.details().email()).isNull());
    }

    @Test
    void theWebhookOfAnOrderIsShownAsItWouldBeSent() {
        // Given
        long id = post("/orders", "{}").path("id").asLong();

        // When
        JsonNode body = ShopifyClient.json(client.get("/control/orders/" + id + "/webhook"));

        // Then
        assertThat(body).hasSize(93);
        assertThat(body.path("id").asLong()).isEqualTo(id);
        assertThat(body.path("created_at").asText()).matches(".*-0[45]:00");
        assertThat(body.path("total_price").asText()).isEqualTo("11.90");
    }

    @Test
    void webhooksAreDirectedAndListedOverTheControlApi() {
        // Given
        try (WebhookInbox inbox = new WebhookInbox()) {
            client.put(
                    "/control/webhooks",
                    ShopifyClient.json(
                            "{\"target\":\"" + inbox.uri()
                                    + "/in\",\"secret\":\"s\",\"topics\":[\"orders/create\",\"products/create\"],\"copies\":1}"));

            // When
            String orderId = post("/orders", "{}").path("id").asText();
            post("/products", "{\"sku\":\"NEW-1\",\"title\":\"New thing\"}");

            // Then
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(inbox.received()).hasSize(4));
            assertThat(inbox.received())
                    .allSatisfy(each -> assertThat(each.path()).isEqualTo("/in"));
            JsonNode product =
                    ShopifyClient.json(inbox.of("products/create").get(0).body().toString());
            assertThat(product).hasSize(22);
            assertThat(product.at("/variants/0/sku").asText()).isEqualTo("NEW-1");
            await().atMost(LIMIT).untilAsserted(() -> {
                JsonNode first =
                        ShopifyClient.json(client.get("/control/webhooks")).at("/deliveries/0");
                assertThat(first.path("topic").asText()).isEqualTo("orders/create");
                assertThat(first.path("recordId").asText()).isEqualTo(orderId);
                assertThat(first.path("lastStatus").asInt()).isEqualTo(200);
            });
        }
    }

    @Test
    void whatCannotBeDoneIsSaidWhyAndChangesNothing() {
        // When
        HttpResponse<String> unknown = client.get("/control/orders/1");
        HttpResponse<String> noNumber = client.get("/control/orders/abc");
        HttpResponse<String> noPrice =
                client.post("/control/orders", ShopifyClient.json("{\"lines\":[{\"sku\":\"A\",\"price\":\"abc\"}]}"));
        HttpResponse<String> noTarget = client.put("/control/webhooks", ShopifyClient.json("{\"target\":\"ftp://x\"}"));

        // Then
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(noNumber.statusCode()).isEqualTo(400);
        assertThat(noPrice.body()).contains("lines[0].price: 'abc' is not a valid value");
        assertThat(noTarget.body()).contains("target must be an http address");
        assertThat(shopify.orders()).isEmpty();
    }

    @Test
    void resetForgetsOrdersButNotWhereWebhooksGo() {
        // Given
        post("/webhooks/hold", "{}");
        client.put("/control/webhooks", ShopifyClient.json("{\"target\":\"http://127.0.0.1:1\"}"));
        post("/orders", "{}");

        // When
        post("/reset", "{}");

        // Then
        assertThat(shopify.orders()).isEmpty();
        assertThat(shopify.deliveries().log()).isEmpty();
        assertThat(shopify.subscriptions().all()).isNotEmpty();
    }

    @Test
    void thePageShowsOrdersAndEscapesWhatBuyersWrote() {
        // Given
        String id = post(
                        "/orders",
                        "{\"email\":\"<script>alert(1)</script>\",\"lines\":[{\"sku\":\"\\\"><img>\",\"title\":\"{{}} <b>\"}]}")
                .path("id")
                .asText();
        post("/orders/" + id + "/ship", "{\"carrier\":\"UPS\",\"tracking\":\"1Z<i>\"}");

        // When
        HttpResponse<String> page = client.get("/");

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("#1001", "&lt;script&gt;alert(1)", "{{}} &lt;b&gt;", "UPS 1Z&lt;i&gt;")
                .doesNotContain("<script>alert", "\"><img>", "1Z<i>");
    }

    private String place(String draft) {
        return post("/orders", draft).path("id").asText();
    }

    private JsonNode post(String path, String body) {
        return ShopifyClient.json(client.post("/control" + path, ShopifyClient.json(body)));
    }
}

package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.OrderEdit;
import io.shopoms.sandbox.shopify.webhook.Delivery;
import io.shopoms.sandbox.shopify.webhook.Disorder;
import io.shopoms.sandbox.shopify.webhook.ReleaseOrder;
import io.shopoms.sandbox.shopify.webhook.RetrySchedule;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookDeliveryTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final WebhookInbox inbox = new WebhookInbox();
    private ShopifySimulator shopify;
    private ShopifyClient client;

    @BeforeEach
    void start() {
        shopify = ShopifySimulator.start(
                ShopifySettings.defaults().withRetries(new RetrySchedule(Duration.ofMillis(20), 3)));
        client = new ShopifyClient(shopify);
    }

    @AfterEach
    void stop() {
        shopify.close();
        inbox.close();
    }

    @Test
    void aFailedDeliveryIsTriedAgainWithTheSameIdAndTheSameBytes() {
        // Given
        shopify.sendWebhooksTo(inbox.uri(), "hush", List.of("orders/create"));
        inbox.failNext(2);

        // When
        Order order = shopify.placeOrder(OrderDraft.example());
        shopify.touchOrder(order.id());

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(inbox.received()).hasSize(3));
        assertThat(inbox.received())
                .extracting(each -> each.header("X-Shopify-Webhook-Id"))
                .containsOnly(inbox.received().get(0).header("X-Shopify-Webhook-Id"));
        assertThat(inbox.received())
                .extracting(WebhookInbox.Received::body)
                .containsOnly(inbox.received().get(0).body());
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(shopify.deliveries().log())
                        .singleElement()
                        .satisfies(delivery -> {
                            assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
                            assertThat(delivery.tries()).isEqualTo(3);
                            assertThat(delivery.lastStatus()).hasValue(200);
                        }));
    }

    @Test
    void allWebhooksOfOneActionShareTheEventIdAndNoneTheWebhookId() {
        // Given
        shopify.sendWebhooksTo(inbox.uri(), "hush");

        // When
        shopify.placeOrder(OrderDraft.example());

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(inbox.received())
                        .extracting(WebhookInbox.Received::topic)
                        .containsExactlyInAnyOrder(
                                "customers/create",
                                "order_transactions/create",
                                "orders/create",
                                "orders/paid",
                                "orders/updated"));
        assertThat(inbox.received())
                .extracting(each -> each.header("X-Shopify-Event-Id"))
                .hasSize(5)
                .containsOnly(inbox.received().get(0).header("X-Shopify-Event-Id"));
        assertThat(inbox.received())
                .extracting(each -> each.header("X-Shopify-Webhook-Id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void heldWebhooksGoOutInTheReverseOrderWhenAsked() {
        // Given
        shopify.sendWebhooksTo(inbox.uri(), "hush", List.of("orders/updated"));
        shopify.deliveries().hold();
        Order order = shopify.placeOrder(OrderDraft.example());
        shopify.editOrder(order.id(), OrderEdit.quantity("MUG-1", 5));
        assertThat(shopify.deliveries().log()).extracting(Delivery::state).containsOnly(Delivery.State.HELD);

        // When
        shopify.deliveries().release(ReleaseOrder.REVERSED);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(inbox.received()).hasSize(2));
        assertThat(inbox.received())
                .extracting(each -> ShopifyClient.json(each.body().toString())
                        .at("/line_items/0/current_quantity")
                        .asInt())
                .containsExactlyInAnyOrder(5, 1);
    }

    @Test
    void duplicatesAreTheSameDeliverySentAgain() {
        // Given
        shopify.sendWebhooksTo(inbox.uri(), "hush", List.of("orders/create"));
        shopify.deliveries().worsen(new Disorder(4, Duration.ZERO, Duration.ofMillis(30)));

        // When
        shopify.placeOrder(OrderDraft.example());

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(inbox.received()).hasSize(5));
        assertThat(inbox.received())
                .extracting(each -> each.header("X-Shopify-Webhook-Id"))
                .containsOnly(inbox.received().get(0).header("X-Shopify-Webhook-Id"));
    }

    @Test
    void aRememberedDeliveryIsSentAgainOnDemand() {
        // Given
        shopify.sendWebhooksTo(inbox.uri(), "hush", List.of("orders/create"));
        shopify.placeOrder(OrderDraft.example());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(inbox.received()).hasSize(1));

        // When
        client.post(
                "/control/webhooks/" + inbox.received().get(0).header("X-Shopify-Webhook-Id") + "/resend",
                ShopifyClient.json("{}"));

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(inbox.received()).hasSize(2));
        assertThat(client.post("/control/webhooks/nothing/resend", ShopifyClient.json("{}"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSubscriptionMadeByTheApiIsDeletedWhenItsAddressKeepsFailing() {
        // Given nobody listens there
        JsonNode created = client.run(
                ShopifyClient.document("webhook_create"),
                Map.of("topic", "ORDERS_CREATE", "sub", Map.of("uri", "https://nobody.invalid/webhooks")));
        assertThat(created.at("/data/webhookSubscriptionCreate/userErrors")).isEmpty();

        // When
        shopify.placeOrder(OrderDraft.example());

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(client.run(ShopifyClient.document("webhook_list"), Map.of("first", 10))
                                .at("/data/webhookSubscriptions/nodes"))
                        .isEmpty());
        assertThat(shopify.deliveries().log()).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(Delivery.State.GIVEN_UP);
            assertThat(delivery.tries()).isEqualTo(4);
            assertThat(delivery.lastError()).isPresent();
        });
    }

    @Test
    void aConfiguredTargetStaysThoughItFails() {
        // Given
        shopify.sendWebhooksTo(URI.create("http://127.0.0.1:1"), "hush", List.of("orders/create"));

        // When
        shopify.placeOrder(OrderDraft.example());

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(shopify.deliveries().log())
                        .extracting(Delivery::state)
                        .containsExactly(Delivery.State.GIVEN_UP));
        assertThat(shopify.subscriptions().all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://shop.example.com/x | Address protocol http:// is not supported",
                "https://127.0.0.1/x | Address cannot be a Shopify or an internal domain",
                "https://other.myshopify.com/x | Address cannot be a Shopify or an internal domain"
            })
    void anAddressThatShopifyRefusesIsRefusedInItsWords(String uri, String message) {
        // When
        JsonNode answer = client.run(
                ShopifyClient.document("webhook_create"), Map.of("topic", "ORDERS_CREATE", "sub", Map.of("uri", uri)));

        // Then
        JsonNode error = answer.at("/data/webhookSubscriptionCreate/userErrors/0");
        assertThat(error.path("message").asText()).isEqualTo(message);
        assertThat(error.path("field").toString()).isEqualTo("[\"webhookSubscription\",\"callbackUrl\"]");
    }

    @Test
    void aSubscriptionIsMadeOnceMovedAndDeleted() {
        // Given
        Map<String, Object> wish = Map.of("topic", "ORDERS_CREATE", "sub", Map.of("uri", "https://a.example.com/x"));
        JsonNode made = client.run(ShopifyClient.document("webhook_create"), wish)
                .at("/data/webhookSubscriptionCreate/webhookSubscription");
        String id = made.path("id").asText();

        // When
        JsonNode again = client.run(ShopifyClient.document("webhook_create"), wish);
        JsonNode moved = client.run(
                ShopifyClient.document("webhook_update"),
                Map.of("id", id, "sub", Map.of("uri", "https://b.example.com/x")));
        JsonNode deleted = client.run(ShopifyClient.document("webhook_delete"), Map.of("id", id));

        // Then
        assertThat(made.path("topic").asText()).isEqualTo("ORDERS_CREATE");
        assertThat(again.at("/data/webhookSubscriptionCreate/userErrors/0/message")
                        .asText())
                .isEqualTo("Address for this topic has already been taken");
        assertThat(moved.at("/data/webhookSubscriptionUpdate/webhookSubscription/uri")
                        .asText())
                .isEqualTo("https://b.example.com/x");
        assertThat(deleted.at("/data/webhookSubscriptionDelete/deletedWebhookSubscriptionId")
                        .asText())
                .isEqualTo(id);
    }
}

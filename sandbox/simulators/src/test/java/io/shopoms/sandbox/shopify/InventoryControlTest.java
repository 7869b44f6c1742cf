package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inventory through the control API and the page. */
class InventoryControlTest {

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
    void aPersonCountsUnitsAndSeesThemOnThePage() {
        // Given
        post("/control/locations", Map.of("name", "Shelf <1>"));
        post("/control/inventory", Map.of("sku", "MUG", "available", 5));

        // When
        JsonNode item = ShopifyClient.json(
                client.put("/control/inventory/MUG", tree(Map.of("available", 2, "location", "Shelf <1>"))));
        String page = client.get("/").body();

        // Then
        assertThat(item.path("available").asInt()).isEqualTo(7);
        assertThat(item.at("/levels/1/location").asText()).isEqualTo("Shelf <1>");
        assertThat(item.at("/levels/1/on_hand").asInt()).isEqualTo(2);
        assertThat(page).contains("Main warehouse: <b>5</b> available", "Shelf &lt;1&gt;: <b>2</b> available");
        assertThat(ShopifyClient.json(client.get("/control/inventory/MUG"))
                        .path("tracked")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void locationsAreClosedOpenedAndDeleted() {
        // Given
        long shelf =
                post("/control/locations", Map.of("name", "Shelf")).path("id").asLong();

        // When
        JsonNode closed = post("/control/locations/" + shelf + "/deactivate", Map.of());
        JsonNode opened = post("/control/locations/" + shelf + "/activate", Map.of());
        HttpResponse<String> early = client.delete("/control/locations/" + shelf);
        post("/control/locations/" + shelf + "/deactivate", Map.of());
        client.delete("/control/locations/" + shelf);

        // Then
        assertThat(closed.path("active").asBoolean()).isFalse();
        assertThat(opened.path("active").asBoolean()).isTrue();
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(ShopifyClient.json(client.get("/control/locations"))).hasSize(1);
    }

    @Test
    void anOrderOfMoreThanThereIsIsRefused() {
        // Given
        post("/control/inventory", Map.of("sku", "MUG", "available", 1));

        // When
        HttpResponse<String> answer =
                client.post("/control/orders", ShopifyClient.json("{\"lines\":[{\"sku\":\"MUG\",\"quantity\":2}]}"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("only 1 of MUG are left, 2 are wanted");
        assertThat(shopify.orders()).isEmpty();
    }

    @Test
    void oneTopicAloneIsDoubledAndLate() {
        // Given
        try (WebhookInbox inbox = new WebhookInbox()) {
            client.put(
                    "/control/webhooks",
                    ShopifyClient.json("{\"target\":\"" + inbox.uri()
                            + "\",\"topics\":[\"orders/create\",\"inventory_levels/update\"],"
                            + "\"disorder\":{\"inventory_levels/update\":{\"copies\":1,\"delayMillis\":50}}}"));
            post("/control/inventory", Map.of("sku", "MUG", "available", 0));

            // When
            post("/control/inventory/generate", Map.of("products", 3));
            post("/control/orders", Map.of());
            client.put("/control/inventory/MUG", tree(Map.of("available", 2)));

            // Then
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(inbox.of("inventory_levels/update")).hasSize(2));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(inbox.of("orders/create")).hasSize(1));
        }
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        // Given
        post("/control/inventory", Map.of("sku", "MUG"));

        // When
        HttpResponse<String> half = client.put("/control/inventory/MUG", tree(Map.of("available", 1.5)));
        HttpResponse<String> unknown = client.put("/control/inventory/CUP", tree(Map.of("available", 1)));

        // Then
        assertThat(half.statusCode()).isEqualTo(400);
        assertThat(unknown.statusCode()).isEqualTo(404);
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return ShopifyClient.json(client.post(path, tree(body)));
    }

    private static JsonNode tree(Map<String, Object> body) {
        return Json.MAPPER.valueToTree(body);
    }
}

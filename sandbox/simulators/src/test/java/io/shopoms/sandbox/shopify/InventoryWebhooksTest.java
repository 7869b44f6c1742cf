package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.order.Order;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store tells of its inventory. */
class InventoryWebhooksTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private ShopifySimulator shopify;
    private WebhookInbox inbox;

    @BeforeEach
    void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
        inbox = new WebhookInbox();
    }

    @AfterEach
    void stop() {
        shopify.close();
        inbox.close();
    }

    @Test
    void aNewProductHasAnItemThatIsStocked() {
        // Given
        shopify.sendWebhooksTo(inbox.uri(), "s");

        // When
        Variant mug = shopify.inventory().create("MUG", 5, null);
        shopify.catalog().delete(mug.productId());

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(inbox.received())
                        .extracting(WebhookInbox.Received::topic)
                        .containsExactlyInAnyOrder(
                                "products/create",
                                "inventory_items/create",
                                "inventory_levels/connect",
                                "products/update",
                                "inventory_items/update",
                                "inventory_levels/update",
                                "products/delete",
                                "inventory_items/delete"));
        assertThat(body("inventory_levels/connect").path("available").isNull()).isTrue();
        assertThat(body("inventory_levels/update").path("available").asInt()).isEqualTo(5);
        assertThat(body("inventory_levels/update").path("updated_at").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d-0[45]:00");
        assertThat(body("inventory_items/update").path("tracked").asBoolean()).isTrue();
        assertThat(body("inventory_items/delete").path("id").asLong()).isEqualTo(mug.inventoryItemId());
    }

    @Test
    void whatAnOrderDoesToTheInventoryHasTheEventOfTheOrder() {
        // Given
        shopify.inventory().create("MUG", 5, null);
        shopify.sendWebhooksTo(inbox.uri(), "s", List.of("orders/create", "inventory_levels/update"));

        // When
        Order order = shopify.sell("MUG", 2);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(inbox.received()).hasSize(2));
        int sold = body("inventory_levels/update").path("available").asInt();
        shopify.cancelOrder(order.id(), "customer", true);

        // Then
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(inbox.of("inventory_levels/update")).hasSize(2));
        assertThat(sold).isEqualTo(3);
        assertThat(inbox.of("inventory_levels/update").get(0).header("X-Shopify-Event-Id"))
                .isEqualTo(inbox.of("orders/create").get(0).header("X-Shopify-Event-Id"));
        assertThat(inbox.of("inventory_levels/update").get(1).body().toString()).contains("\"available\":5");
    }

    @Test
    void generatedItemsAreNotToldOf() {
        // Given
        shopify.sendWebhooksTo(inbox.uri(), "s", List.of("inventory_levels/update", "locations/create"));

        // When
        shopify.inventory().generate(10, 3);
        shopify.inventory().addLocation("Shelf");

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(inbox.of("locations/create")).hasSize(1));
        assertThat(inbox.of("inventory_levels/update")).isEmpty();
        assertThat(shopify.inventory().available("GEN-10-1", null)).isEqualTo(3);
    }

    @Test
    void locationsTellOfTheirLife() {
        // Given
        shopify.sendWebhooksTo(inbox.uri(), "s");

        // When
        Location shelf = shopify.inventory().addLocation("Shelf");
        shopify.inventory().deactivateLocation(shelf.id());
        shopify.inventory().deleteLocation(shelf.id());

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(inbox.received())
                        .extracting(WebhookInbox.Received::topic)
                        .containsExactlyInAnyOrder(
                                "locations/create", "locations/deactivate", "locations/update", "locations/delete"));
        assertThat(body("locations/deactivate").path("active").asBoolean()).isFalse();
        assertThat(body("locations/delete")).hasSize(1);
    }

    @Test
    void anItemThatIsUnstockedIsItsNumbersAlone() {
        // Given
        shopify.inventory().addLocation("Shelf");
        Variant mug = shopify.inventory().create("MUG", 5, null);
        shopify.inventory().stockAt("MUG", "Shelf");
        shopify.sendWebhooksTo(inbox.uri(), "s");

        // When
        shopify.inventory().unstock("MUG", "Shelf");

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(inbox.of("inventory_levels/disconnect")).hasSize(1));
        assertThat(body("inventory_levels/disconnect")).hasSize(2);
        assertThat(body("inventory_levels/disconnect").path("inventory_item_id").asLong())
                .isEqualTo(mug.inventoryItemId());
    }

    private JsonNode body(String topic) {
        return ShopifyClient.json(inbox.of(topic).get(0).body().toString());
    }
}

package io.shopoms.sandbox.real;

import static io.shopoms.sandbox.real.WebhookSchemas.names;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.StockEvent;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies of webhooks about the inventory against Shopify's JSON Schemas. */
class InventoryPayloadRealIT {

    /** Where the schemas, inferred from few samples, know less than Shopify sends: the sample has no cost. */
    private static final List<Pattern> SEEN_NARROWLY = List.of(Pattern.compile("/cost"));

    private static ShopifySimulator shopify;
    private static Variant mug;

    @BeforeAll
    static void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
        mug = shopify.inventory().create("MUG", 5, null);
    }

    @AfterAll
    static void stop() {
        shopify.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inventory_levels/update", "inventory_levels/connect"})
    void aLevelHasTheDocumentedShape(String topic) throws IOException {
        isOfTheShape(topic, shopify.inventory().level("MUG", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inventory_items/create", "inventory_items/update"})
    void anItemHasTheDocumentedShape(String topic) throws IOException {
        isOfTheShape(topic, mug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"locations/create", "locations/update", "locations/activate", "locations/deactivate"})
    void aLocationHasTheDocumentedShape(String topic) throws IOException {
        isOfTheShape(topic, shopify.inventory().locations().get(0));
    }

    @Test
    void whatIsGoneHasTheDocumentedShape() throws IOException {
        isOfTheShape("inventory_levels/disconnect", new StockEvent.Disconnected(1, 2));
        isOfTheShape("inventory_items/delete", new StockEvent.DeletedItem(1));
        isOfTheShape("locations/delete", new StockEvent.DeletedLocation(1));
    }

    private static void isOfTheShape(String topic, Object record) throws IOException {
        JsonNode body = Json.MAPPER.readTree(shopify.bodyOf(record));
        assertThat(WebhookSchemas.violations(topic, body, SEEN_NARROWLY)).isEmpty();
        assertThat(names(body)).isEqualTo(names(WebhookSchemas.of(topic).path("properties")));
    }
}

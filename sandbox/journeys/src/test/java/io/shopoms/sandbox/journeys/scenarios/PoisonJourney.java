package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.journeys.fixtures.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signed by Shopify's secret and yet not an order: kept with the reason, in nobody's way. */
@ExtendWith(OnTheLandscape.class)
final class PoisonJourney {

    private final Landscape landscape;
    private final TestStore acme;

    PoisonJourney(Landscape landscape) {
        this.landscape = landscape;
        this.acme = landscape.acme();
    }

    @Test
    void poisonousPayloadsBetweenGoodOnesAreKeptWithTheReasonAndBlockNothing() {
        // Given
        String sku = Goods.inStock(acme, "3.00");
        List<String> orders = new ArrayList<>();
        Map<String, Webhook> poison = new LinkedHashMap<>();
        List<Webhook> mixed = new ArrayList<>();
        poisonousBodies().forEach((name, body) -> {
            String order = acme.shop().placeSilently(Basket.of(sku, 1, "3.00")).id();
            orders.add(order);
            poison.put(name, acme.shop().signed("orders/create", body));
            mixed.add(poison.get(name));
            mixed.add(acme.shop().webhook("orders/create", order));
        });

        // When
        List<Integer> answers = landscape.gateway().knockAtOnce(mixed);

        // Then
        assertThat(answers).as("all are Shopify's, all are accepted").containsOnly(200);
        Eventually.see(() -> {
            orders.forEach(id -> assertSold(acme, id));
            poison.forEach((name, webhook) -> {
                JsonNode rejected = rejected(webhook);
                assertThat(rejected.path("reason").asText()).as(name).isNotBlank();
            });
        });
    }

    private JsonNode rejected(Webhook webhook) {
        JsonNode page = landscape
                .orders()
                .get("/api/rejected?store=" + acme.domain() + "&limit=200")
                .ok();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(item -> item.path("webhookId").asText().equals(webhook.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(webhook.id() + " is not among the rejected messages: " + page));
    }

    private static Map<String, byte[]> poisonousBodies() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("empty", new byte[0]);
        bodies.put("not JSON", bytes("<order>1</order>"));
        bodies.put("cut off", bytes("{\"id\": 42, \"updated_at\": \"2026-11-20T10:00:00Z\", \"line_items\": [{"));
        bodies.put("a list", bytes("[1, 2, 3]"));
        bodies.put("a bare text", bytes("\"hello\""));
        bodies.put("another shape", bytes("{\"inventory_item_id\": 1, \"available\": 5}"));
        bodies.put("no date", bytes("{\"id\": 43, \"line_items\": []}"));
        bodies.put("wrong types", bytes("{\"id\": \"forty-four\", \"updated_at\": 17, \"line_items\": {}}"));
        bodies.put(
                "a date that is none",
                bytes("{\"id\": 45, \"updated_at\": \"2026-13-45T99:00:00Z\", \"line_items\": []}"));
        bodies.put(
                "an id beyond 64 bit",
                bytes("{\"id\": 123456789012345678901234567890, \"updated_at\": \"2026-11-20T10:00:00Z\"}"));
        bodies.put("a number of ten thousand digits", bytes("{\"id\": " + "9".repeat(10_000) + "}"));
        bodies.put("ten thousand levels", bytes("{\"id\": ".repeat(10_000)));
        bodies.put("invalid UTF-8", new byte[] {'{', '"', 'i', 'd', '"', ':', (byte) 0xC3, (byte) 0x28, '}'});
        bodies.put("NUL", bytes("{\"id\": 46, \"updated_at\": \"2026-11-20T10:00:00Z\u0000\"}"));
        return bodies;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

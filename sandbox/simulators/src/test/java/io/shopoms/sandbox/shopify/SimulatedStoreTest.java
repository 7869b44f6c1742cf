package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.OutgoingWebhook;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.QuantityChange;
import io.shopoms.sandbox.shopify.inventory.QuantityOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store without HTTP, on a clock that stands still unless it is moved. */
class SimulatedStoreTest {

    private final List<OutgoingWebhook> told = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final SimulatedStore store = SimulatedStore.inProcess(
            ShopifySettings.defaults().withClock(new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Instant instant() {
                    return now;
                }
            }),
            (delay, work) -> later.add(work),
            told::add);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everythingHappensAtTheTimeOfItsClock() {
        // Given
        store.inventory().create("MUG", 5, null);
        told.clear();
        now = now.plus(Duration.ofDays(3));

        // When
        store.sell("MUG", 2);

        // Then
        assertThat(store.inventory().level("MUG", null).updatedAt()).isEqualTo(now);
        assertThat(told).extracting(OutgoingWebhook::topic).contains("orders/create", "inventory_levels/update");
        OutgoingWebhook level = told.get(told.size() - 1);
        assertThat(level.triggeredAt()).isEqualTo(now);
        assertThat(level.webhookId()).isNotBlank();
        assertThat(new String(level.body(), StandardCharsets.UTF_8))
                .contains("\"available\":3", "\"updated_at\":\"2026-11-24T05:00:00-05:00\"");
    }

    @Test
    void theAdminApiAnswersWithoutHttpAndItsPointsComeBackWithTheClock() {
        // Given
        store.inventory().create("MUG", 5, null);
        String query = "{ locations(first: 250) { nodes { id inventoryLevels(first: 250) { nodes { id item { id }"
                + " quantities(names: [\"available\"]) { name quantity } } } } } }";

        // When
        JsonNode first = store.graphql(query, Map.of());
        JsonNode second = store.graphql(query, Map.of());
        now = now.plusSeconds(60);
        JsonNode third = store.graphql(query, Map.of());

        // Then
        int before = available(first);
        assertThat(available(second)).isLessThan(before);
        assertThat(available(third)).isEqualTo(before);
        assertThat(first.at("/data/locations/nodes/0/inventoryLevels/nodes/0/quantities/0/quantity")
                        .asInt())
                .isEqualTo(5);
    }

    private static int available(JsonNode answer) {
        return answer.at("/extensions/cost/throttleStatus/currentlyAvailable").asInt();
    }

    @Test
    void quantitiesAreChangedOnceForEachKey() {
        // Given
        Variant mug = store.inventory().create("MUG", 5, null);
        QuantityChange change = QuantityChange.available(
                mug.inventoryItemId(), store.inventory().location((String) null).id(), 3, 5);

        // When
        QuantityOutcome first = store.inventory().change("k1", change);
        store.sell("MUG", 1);
        QuantityOutcome again = store.inventory().change("k1", change);
        QuantityOutcome stale = store.inventory().change("k2", change);
        store.inventory().refuseNext("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED", 1);
        QuantityOutcome failed = store.inventory().change("k1", change);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(stale.errors()).extracting(error -> error.code()).containsExactly("CHANGE_FROM_QUANTITY_STALE");
        assertThat(failed.errors().get(0).code()).isEqualTo("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED");
        assertThat(mug.quantity()).isEqualTo(2);
    }

    @Test
    void bulkOperationsGoOnWhenTheyAreLetTo() {
        // Given
        store.inventory().generate(3, 7);
        JsonNode started = store.graphql(
                ShopifyClient.document("bulk_run_query"),
                Map.of(
                        "query",
                        "{ inventoryItems { edges { node { id inventoryLevels { edges { node { id } } } } } } }"));
        String id = started.at("/data/bulkOperationRunQuery/bulkOperation/id").asText();

        // When
        while (!later.isEmpty()) {
            later.remove(0).run();
        }

        // Then
        long number = Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
        assertThat(new String(store.bulkResult(number).orElseThrow(), StandardCharsets.UTF_8).lines())
                .hasSize(6);
    }

    @Test
    void twoStoresThatBeginAtOneTimeShareNoIds() {
        // Given
        Variant mug = store.inventory().create("MUG", 5, null);

        // When
        try (SimulatedStore other = SimulatedStore.inProcess(
                ShopifySettings.defaults()
                        .withShopDomain("other.myshopify.com")
                        .withClock(Clock.fixed(now, ZoneOffset.UTC)),
                (delay, work) -> later.add(work),
                told::add)) {
            Variant cup = other.inventory().create("MUG", 5, null);

            // Then
            assertThat(Math.abs(cup.inventoryItemId() - mug.inventoryItemId())).isGreaterThan(1_000_000_000_000L);
        }
    }

    @Test
    void variantsWithOneSkuAreCountedByTheirItems() {
        // Given
        Variant first = store.inventory().create("MUG", 5, null);
        Variant second = store.catalog()
                .create("{\"title\":\"Other\",\"sku\":\"MUG\",\"inventoryItem\":{\"tracked\":true}}")
                .variants()
                .get(0);
        long main = store.inventory().location((String) null).id();

        // When
        store.inventory().setAvailable(second.inventoryItemId(), 7, main);
        store.sell("MUG", 1, "Main warehouse");

        // Then
        assertThat(first.quantity()).isEqualTo(4);
        assertThat(second.quantity()).isEqualTo(7);
    }

    @Test
    void aResetForgetsWhatLiesWhereButNoLocation() {
        // Given
        store.inventory().addLocation("Shelf");
        store.inventory().create("MUG", 5, null);

        // When
        store.reset();
        store.inventory().create("MUG", 1, "Shelf");

        // Then
        assertThat(store.inventory().locations()).hasSize(2);
        assertThat(store.inventory().available("MUG", null)).isZero();
        assertThat(store.catalog().variant("MUG").quantity()).isEqualTo(1);
    }
}

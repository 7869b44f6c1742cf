package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.StockAssertions.assertAudited;
import static io.shopoms.sandbox.journeys.assertions.StockAssertions.assertShows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.StockedGoods;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody changes stock in Shopify's admin: what becomes of it is the store's choice. */
@ExtendWith(OnTheLandscape.class)
final class StockDriftJourney {

    private final Landscape landscape;
    private final TestStore acme;
    private final TestStore umbrella;
    private final TestStore kiosk;

    StockDriftJourney(Landscape landscape) {
        this.landscape = landscape;
        this.acme = landscape.acme();
        this.umbrella = landscape.umbrella();
        this.kiosk = landscape.kiosk();
    }

    @Test
    void whereOdooIsRightItIsCorrected() {
        // Given
        String sku = StockedGoods.of(10, acme);

        // When
        StockedGoods.count(acme, sku, 15);

        // Then
        Eventually.see(() -> {
            assertDrift(acme, sku, "correct", 10, 15);
            assertThat(drift(acme, sku).path("outcome").asText()).isNotBlank();
            assertShows(acme, sku, 10);
        });
        assertThat(StockedGoods.free(acme, sku)).isEqualTo(10);
        Eventually.see(() -> assertAudited(landscape, acme, sku));
    }

    @Test
    void whereShopifyIsRightOdooTakesItOver() {
        // Given
        String sku = StockedGoods.of(10, umbrella, kiosk);

        // When
        StockedGoods.count(umbrella, sku, 7);

        // Then
        Eventually.see(() -> {
            assertDrift(umbrella, sku, "adopt", 10, 7);
            assertThat(drift(umbrella, sku).path("outcome").asText()).isNotBlank();
            assertThat(StockedGoods.free(umbrella, sku)).isEqualTo(7);
            assertShows(umbrella, sku, 7);
            assertShows(kiosk, sku, 7);
        });
        Eventually.see(() -> {
            assertAudited(landscape, umbrella, sku);
            assertAudited(landscape, kiosk, sku);
        });
    }

    @Test
    void whereNobodyIsRightAPersonDecides() {
        // Given
        String sku = StockedGoods.of(10, umbrella, kiosk);

        // When
        StockedGoods.count(kiosk, sku, 12);
        Eventually.see(() -> assertDrift(kiosk, sku, "show", 10, 12));
        StockedGoods.receive(kiosk, sku, 1);

        // Then
        Eventually.see(() -> {
            assertShows(umbrella, sku, 11);
            assertShows(kiosk, sku, 13);
        });
        assertThat(drift(kiosk, sku).path("outcome").isNull()).isTrue();
        assertThat(StockedGoods.free(kiosk, sku)).isEqualTo(11);

        // And when
        landscape
                .inventory()
                .post("/api/drifts/" + drift(kiosk, sku).path("id").asText() + "/decide", Map.of("decision", "adopt"))
                .ok();

        // Then
        Eventually.see(() -> {
            assertThat(StockedGoods.free(kiosk, sku)).isEqualTo(13);
            assertShows(umbrella, sku, 13);
            assertShows(kiosk, sku, 13);
            assertThat(drift(kiosk, sku).path("outcome").asText()).isNotBlank();
        });
        assertThat(drift(kiosk, sku).path("decidedBy").asText()).isNotBlank();
        Eventually.see(() -> assertAudited(landscape, kiosk, sku));
    }

    private void assertDrift(TestStore store, String sku, String decision, int expected, int found) {
        JsonNode drift = drift(store, sku);
        assertThat(drift.path("decision").asText()).isEqualTo(decision);
        assertThat(drift.path("expected").asInt()).isEqualTo(expected);
        assertThat(drift.path("found").asInt()).isEqualTo(found);
    }

    /** The only one of the article. */
    private JsonNode drift(TestStore store, String sku) {
        JsonNode drifts = landscape
                .inventory()
                .get("/api/drifts?store=" + store.domain() + "&item=" + StockedGoods.item(store, sku))
                .ok()
                .path("items");
        assertThat(drifts).as("drifts of %s in %s", sku, store.domain()).hasSize(1);
        return drifts.get(0);
    }
}

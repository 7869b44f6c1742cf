package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertCached;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.JsonHttp;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Odoo refuses one store's key: that store waits and says why, the other goes on. */
@ExtendWith(OnTheLandscape.class)
final class WrongKeyJourney {

    private final Landscape landscape;
    private final TestStore acme;
    private final TestStore globex;

    WrongKeyJourney(Landscape landscape) {
        this.landscape = landscape;
        this.acme = landscape.acme();
        this.globex = landscape.globex();
    }

    @Test
    void aRefusedKeyPausesItsStoreOnlyAndEndsByItself() {
        // Given
        acme.odoo().revokeKey();
        String refused = ordered(acme);
        String accepted = ordered(globex);
        Eventually.see(() -> {
            JsonHttp.Answer readiness = landscape.readiness(Landscape.ORDERS);
            assertThat(readiness.body()).contains(acme.domain().value(), "ODOO_API_KEY");
            assertSold(globex, accepted);
        });
        int burnt = awaitRefused(refused).path("attempts").asInt();
        // While the key is tried with it, that attempt counts; it is given back when the key is refused once more.
        Eventually.stays(Duration.ofSeconds(3), () -> {
            JsonNode waiting = assertCached(landscape, acme, refused, "PENDING");
            assertThat(waiting.path("attempts").asInt())
                    .as("attempts burnt: %s", waiting)
                    .isEqualTo(waiting.path("inWork").asBoolean() ? burnt + 1 : burnt);
        });
        assertThat(acme.saleOrders(refused)).isEmpty();

        // When
        acme.odoo().restoreKey();

        // Then
        Eventually.see(() -> {
            assertSold(acme, refused);
            assertThat(landscape.readiness(Landscape.ORDERS).status()).isEqualTo(200);
        });
    }

    /** The order as it waits for another key; other failures than the key's may have cost it an attempt before. */
    private JsonNode awaitRefused(String order) {
        AtomicReference<JsonNode> waiting = new AtomicReference<>();
        Eventually.see(() -> {
            waiting.set(assertCached(landscape, acme, order, "PENDING"));
            assertThat(waiting.get().path("inWork").asBoolean())
                    .as("in work: %s", waiting)
                    .isFalse();
            assertThat(waiting.get().path("failure").path("kind").asText())
                    .as("%s", waiting)
                    .isEqualTo("Misconfigured");
        });
        return waiting.get();
    }

    private static String ordered(TestStore store) {
        return store.shop()
                .place(Basket.of(Goods.inStock(store, "11.00"), 1, "11.00"))
                .id();
    }
}

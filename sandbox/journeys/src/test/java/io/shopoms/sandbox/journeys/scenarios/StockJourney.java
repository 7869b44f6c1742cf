package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static io.shopoms.sandbox.journeys.assertions.StockAssertions.assertAudited;
import static io.shopoms.sandbox.journeys.assertions.StockAssertions.assertShows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.ShopOrder;
import io.shopoms.sandbox.journeys.fixtures.StockedGoods;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.shopify.inventory.Location;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever happens to goods in Odoo or in one store shows in all stores that sell them. */
@ExtendWith(OnTheLandscape.class)
final class StockJourney {

    private final Landscape landscape;
    private final TestStore umbrella;
    private final TestStore kiosk;

    StockJourney(Landscape landscape) {
        this.landscape = landscape;
        this.umbrella = landscape.umbrella();
        this.kiosk = landscape.kiosk();
    }

    @Test
    void receiptsAndOrdersOfEitherSideShowInBothStores() {
        // Given
        String sku = StockedGoods.of(8, umbrella, kiosk);

        // When
        StockedGoods.receive(umbrella, sku, 5);

        // Then
        assertBothShow(sku, 13);

        // And when
        ShopOrder order = kiosk.shop().place(Basket.of(sku, 3, StockedGoods.PRICE));

        // Then
        assertBothShow(sku, 10);
        Eventually.see(() -> assertSold(kiosk, order.id()));
        assertThat(StockedGoods.free(kiosk, sku)).isEqualTo(10);

        // And when
        OrderView wholesale = umbrella.odoo().stock().sell(StockedGoods.warehouse(umbrella), sku, 4);

        // Then
        assertBothShow(sku, 6);

        // And when
        umbrella.odoo().stock().cancel(wholesale.id());

        // Then
        assertBothShow(sku, 10);
        Eventually.see(() -> {
            assertAudited(landscape, umbrella, sku);
            assertAudited(landscape, kiosk, sku);
        });
    }

    @Test
    void whatShopifyDoesNotCountIsNamedAndAllElseIsWritten() {
        // Given
        List<String> skus = StockedGoods.several(4, 5, umbrella);
        String bundle = skus.get(1);
        String uncounted = skus.get(3);
        umbrella.shop().inventory().bundle(bundle, true);
        umbrella.shop().inventory().track(uncounted, false);

        // When
        skus.forEach(sku -> StockedGoods.receive(umbrella, sku, 2));

        // Then
        Eventually.see(() -> {
            assertShows(umbrella, skus.get(0), 7);
            assertShows(umbrella, skus.get(2), 7);
            assertThat(failure(bundle).path("message").asText()).contains("bundle");
            assertThat(failure(bundle).path("remedy").asText()).contains("parts of the bundle");
            assertThat(failure(uncounted).path("message").asText()).contains("track");
            assertThat(failure(uncounted).path("remedy").asText()).contains("Track quantity");
        });
        assertShows(umbrella, bundle, 5);
        assertShows(umbrella, uncounted, 5);

        // And when
        umbrella.shop().inventory().bundle(bundle, false);
        umbrella.shop().inventory().track(uncounted, true);
        landscape
                .inventory()
                .post(
                        "/api/cache/inventory/retry",
                        Map.of(
                                "store",
                                umbrella.domain().value(),
                                "ids",
                                List.of(Long.toString(StockedGoods.item(umbrella, bundle)))))
                .ok();

        // Then
        Eventually.see(() -> skus.forEach(sku -> assertShows(umbrella, sku, 7)));
    }

    @Test
    void aLocationThatIsDeactivatedIsLeftAloneUntilItIsActiveAgain() {
        // Given
        TestStore globex = landscape.globex();
        String sku = StockedGoods.of(6, globex);
        String name = "Backroom " + sku;
        Location backroom = globex.shop().inventory().addLocation(name);
        long warehouse = globex.odoo().warehouse(sku.replace("JRN-", "B"), name);
        Eventually.see(() ->
                assertThat(location(globex, backroom).path("problem").asText()).contains("map it to a warehouse"));
        landscape
                .inventory()
                .put(
                        "/api/locations/" + backroom.id() + "/sources?store=" + globex.domain(),
                        Map.of("sources", List.of(Map.of("kind", "warehouse", "id", warehouse))))
                .ok();
        globex.odoo().stock().receive(warehouse, sku, 4);
        Eventually.see(() -> assertShows(globex, sku, backroom, 4));

        // When
        globex.shop().inventory().deactivateLocation(backroom.id());
        Eventually.see(() -> {
            assertThat(location(globex, backroom).path("served").asBoolean()).isFalse();
            assertThat(location(globex, backroom).path("problem").asText()).contains("deactivated in Shopify");
        });
        globex.odoo().stock().receive(warehouse, sku, 3);
        StockedGoods.receive(globex, sku, 1);

        // Then
        Eventually.see(() -> assertShows(globex, sku, 7));
        assertShows(globex, sku, backroom, 4);

        // And when
        globex.shop().inventory().activateLocation(backroom.id());

        // Then
        Eventually.see(() -> {
            assertThat(location(globex, backroom).path("served").asBoolean()).isTrue();
            assertShows(globex, sku, backroom, 7);
        });
        assertShows(globex, sku, 7);
    }

    private void assertBothShow(String sku, int units) {
        Eventually.see(() -> {
            assertShows(umbrella, sku, units);
            assertShows(kiosk, sku, units);
        });
    }

    private JsonNode failure(String sku) {
        return landscape
                .inventory()
                .entry("inventory", umbrella.domain(), Long.toString(StockedGoods.item(umbrella, sku)))
                .orElseThrow(() -> new AssertionError(sku + " is not in the cache"))
                .path("failure");
    }

    private JsonNode location(TestStore store, Location location) {
        for (JsonNode known : landscape
                .inventory()
                .get("/api/locations?store=" + store.domain())
                .ok()) {
            if (known.path("id").asLong() == location.id()) {
                return known;
            }
        }
        throw new AssertionError("nobody has heard of " + location.name());
    }
}

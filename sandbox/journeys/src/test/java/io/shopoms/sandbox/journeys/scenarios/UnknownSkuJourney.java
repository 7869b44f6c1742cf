package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertCached;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An article that Odoo does not know yet: the order waits in sight, and goes through by itself. */
@ExtendWith(OnTheLandscape.class)
final class UnknownSkuJourney {

    private final Landscape landscape;
    private final TestStore acme;

    UnknownSkuJourney(Landscape landscape) {
        this.landscape = landscape;
        this.acme = landscape.acme();
    }

    @Test
    void theOrderWaitsAsAMissingDependencyAndGoesThroughOnceTheProductExists() {
        // Given
        String sku = Goods.unknown();
        String waiting = acme.shop().place(Basket.of(sku, 2, "15.00")).id();
        String other = acme.shop()
                .place(Basket.of(Goods.inStock(acme, "5.00"), 1, "5.00"))
                .id();
        Eventually.see(() -> {
            JsonNode failure = assertCached(landscape, acme, waiting, "PENDING").path("failure");
            assertThat(failure.path("kind").asText()).isEqualTo("MissingDependency");
            assertThat(failure.path("message").asText()).contains(sku);
            assertThat(failure.path("remedy").asText()).isNotBlank();
            assertSold(acme, other);
            assertThat(landscape
                            .orders()
                            .get("/api/cache/orders?status=PENDING&failure=MissingDependency&store=" + acme.domain())
                            .ok()
                            .toString())
                    .contains(waiting);
        });
        assertThat(acme.saleOrders(waiting))
                .filteredOn(sold -> sold.state().equals("sale"))
                .isEmpty();

        // When
        acme.odoo().product(sku, "15.00", 100);

        // Then
        Eventually.see(() -> {
            assertSold(acme, waiting);
            assertCached(landscape, acme, waiting, "PROCESSED");
        });
    }
}

package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertCached;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertOnePicking;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.ShopOrder;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.journeys.fixtures.Webhook;
import io.shopoms.sandbox.odoo.view.OrderView;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job: what a customer orders in Shopify stands in Odoo, once. */
@ExtendWith(OnTheLandscape.class)
final class OrderJourney {

    private final Landscape landscape;
    private final TestStore acme;

    OrderJourney(Landscape landscape) {
        this.landscape = landscape;
        this.acme = landscape.acme();
    }

    @Test
    void orderReachesOdooConfirmedWithShopifysTotalAndOnePicking() {
        // Given
        String shirt = Goods.inStock(acme, "24.90");
        String mug = Goods.inStock(acme, "6.90");

        // When
        ShopOrder order = acme.shop()
                .place(Basket.of(shirt, 2, "24.90")
                        .and(mug, 1, "6.90")
                        .discountedBy("5.00")
                        .shippedFor("5.00"));

        // Then
        assertThat(order.total()).isEqualByComparingTo(new BigDecimal("62.37"));
        Eventually.see(() -> {
            OrderView sold = assertSold(acme, order.id());
            assertOnePicking(sold);
            assertCached(landscape, acme, order.id(), "PROCESSED");
        });
    }

    @Test
    void twoStoresWithTheSameOrderNumbersStayApart() {
        // Given
        TestStore globex = landscape.globex();

        // When
        ShopOrder here = acme.shop().place(Basket.of(Goods.inStock(acme, "10.00"), 1, "10.00"));
        ShopOrder there = globex.shop().place(Basket.of(Goods.inStock(globex, "20.00"), 1, "20.00"));

        // Then
        Eventually.see(() -> {
            assertSold(acme, here.id());
            assertSold(globex, there.id());
            assertThat(globex.odoo().ordersNamed(here.name()))
                    .as("acme's order in globex's Odoo")
                    .noneMatch(sold -> sold.origin().contains(acme.domain().value()));
        });
    }

    @Test
    void theSameWebhookTwentyTimesInParallelMakesOneOrder() {
        // Given
        ShopOrder order = acme.shop().placeSilently(Basket.of(Goods.inStock(acme, "12.00"), 3, "12.00"));
        Webhook webhook = acme.shop().webhook("orders/create", order.id());

        // When
        List<Integer> answers = landscape.gateway().knockAtOnce(Collections.nCopies(20, webhook));

        // Then
        assertThat(answers).containsOnly(200);
        Eventually.see(() -> assertSold(acme, order.id()));
        Eventually.stays(Duration.ofSeconds(1), () -> assertOnePicking(assertSold(acme, order.id())));
    }

    @Test
    void manyDeliveriesOfOneChangeMakeOneOrder() {
        // Given
        ShopOrder order = acme.shop().placeSilently(Basket.of(Goods.inStock(acme, "12.00"), 1, "12.00"));
        List<Webhook> deliveries = Collections.nCopies(20, order.id()).stream()
                .map(id -> acme.shop().webhook("orders/updated", id))
                .toList();

        // When
        List<Integer> answers = landscape.gateway().knockAtOnce(deliveries);

        // Then
        assertThat(answers).containsOnly(200);
        Eventually.see(() -> {
            assertSold(acme, order.id());
            assertCached(landscape, acme, order.id(), "PROCESSED");
        });
        Eventually.stays(Duration.ofSeconds(1), () -> assertOnePicking(assertSold(acme, order.id())));
    }
}

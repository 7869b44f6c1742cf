package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertCached;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertOnePicking;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static io.shopoms.sandbox.journeys.assertions.StockAssertions.assertAudited;
import static io.shopoms.sandbox.journeys.assertions.StockAssertions.assertNothingUnexplained;
import static io.shopoms.sandbox.journeys.assertions.StockAssertions.assertShows;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.StockedGoods;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.journeys.fixtures.Webhook;
import io.shopoms.sandbox.odoo.view.PickingView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each part ends by SIGKILL while orders are under way, and is started again. */
@Order(OrderOf.BREAKING)
@ExtendWith(OnTheLandscape.class)
final class SuddenDeathJourney {

    private static final int ORDERS = 40;

    private final Landscape landscape;
    private final TestStore acme;

    SuddenDeathJourney(Landscape landscape) {
        this.landscape = landscape;
        this.acme = landscape.acme();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {Landscape.GATEWAY, Landscape.ORDERS, Landscape.BROKER, Landscape.DATABASE})
    void ordersSurviveTheDeathOf(String part) {
        // Given
        String sku = Goods.inStock(acme, "7.50");
        List<String> orders = IntStream.range(0, ORDERS)
                .mapToObj(i -> acme.shop()
                        .placeSilently(Basket.of(sku, 1 + i % 3, "7.50"))
                        .id())
                .toList();
        List<Webhook> webhooks = new ArrayList<>();
        orders.forEach(id -> webhooks.add(acme.shop().webhook("orders/create", id)));

        // When
        CompletableFuture<Void> delivery =
                CompletableFuture.runAsync(() -> landscape.gateway().deliver(webhooks));
        Eventually.see(() -> assertThat(
                        orders.stream().filter(id -> !acme.saleOrders(id).isEmpty()))
                .as("orders in Odoo")
                .hasSizeGreaterThanOrEqualTo(3));
        landscape.killAndStart(part);
        delivery.join();

        // Then
        Eventually.seeAll(orders, id -> {
            assertCached(landscape, acme, id, "PROCESSED");
            assertOnePicking(assertSold(acme, id));
        });
    }

    @Test
    void shipmentsSurviveTheDeathOfTheFulfillmentService() {
        // Given
        String sku = Goods.inStock(acme, "7.50");
        List<String> orders = IntStream.range(0, 15)
                .mapToObj(i -> acme.shop().place(Basket.of(sku, 1, "7.50")).id())
                .toList();
        List<PickingView> pickings = new ArrayList<>();
        Eventually.see(() -> {
            pickings.clear();
            orders.forEach(id -> pickings.add(assertOnePicking(assertSold(acme, id))));
        });

        // When
        for (int i = 0; i < orders.size(); i++) {
            acme.odoo().ship(pickings.get(i), "TRACK-" + orders.get(i));
        }
        Eventually.see(() -> assertThat(orders)
                .anySatisfy(
                        id -> assertThat(acme.shop().order(id).fulfillments()).isNotEmpty()));
        landscape.killAndStart(Landscape.FULFILLMENTS);

        // Then
        Eventually.seeAll(
                orders,
                id -> assertThat(acme.shop().order(id).tracking())
                        .as("tracking of %s", id)
                        .containsExactly("TRACK-" + id));
    }

    @Test
    void stockSurvivesTheDeathOfTheInventoryService() {
        // Given
        TestStore umbrella = landscape.umbrella();
        TestStore kiosk = landscape.kiosk();
        List<String> skus = StockedGoods.several(15, 5, umbrella, kiosk);
        umbrella.shop().faults().slow("InventorySetQuantities", 10_000, 1);

        // When
        skus.forEach(sku -> StockedGoods.receive(umbrella, sku, 4));
        List<String> orders = skus.subList(0, 3).stream()
                .map(sku -> kiosk.shop()
                        .place(Basket.of(sku, 2, StockedGoods.PRICE))
                        .id())
                .toList();
        Eventually.see(() -> assertThat(skus)
                .anySatisfy(sku -> assertThat(StockedGoods.shown(umbrella, sku)).isGreaterThan(5)));
        landscape.killAndStart(Landscape.INVENTORY);

        // Then
        Eventually.see(() -> {
            orders.forEach(id -> assertSold(kiosk, id));
            for (int i = 0; i < skus.size(); i++) {
                assertShows(umbrella, skus.get(i), i < orders.size() ? 7 : 9);
                assertShows(kiosk, skus.get(i), i < orders.size() ? 7 : 9);
            }
        });
        Eventually.seeAll(skus, sku -> {
            assertAudited(landscape, umbrella, sku);
            assertAudited(landscape, kiosk, sku);
        });
        assertNothingUnexplained(landscape, umbrella, skus);
        assertNothingUnexplained(landscape, kiosk, skus.subList(orders.size(), skus.size()));
    }
}

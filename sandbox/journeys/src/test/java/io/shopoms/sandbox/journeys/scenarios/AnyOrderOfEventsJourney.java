package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertCached;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertNotOpen;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertOnce;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertOnePicking;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.Permutations;
import io.shopoms.sandbox.journeys.fixtures.ShopOrder;
import io.shopoms.sandbox.journeys.fixtures.SimulatedOdoo;
import io.shopoms.sandbox.journeys.fixtures.SimulatedShop;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.journeys.fixtures.Webhook;
import io.shopoms.sandbox.odoo.view.OrderView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Shopify promises no order of events: whichever comes first, Odoo ends in the same state. */
@ExtendWith(OnTheLandscape.class)
final class AnyOrderOfEventsJourney {

    private static final int LAST_QUANTITY = 5;

    private final Landscape landscape;
    private final TestStore acme;

    AnyOrderOfEventsJourney(Landscape landscape) {
        this.landscape = landscape;
        this.acme = landscape.acme();
    }

    @Test
    void creationPaymentEditAndTouchInAnyOrderEndInTheSameSaleOrder() {
        // Given
        String sku = Goods.inStock(acme, "10.00");
        List<List<Integer>> arrivals = Permutations.of(List.of(0, 1, 2, 3));
        List<History> histories =
                arrivals.stream().map(arrival -> paidAndEdited(sku)).toList();

        // When
        landscape.gateway().deliver(interleaved(histories, arrivals));

        // Then
        Eventually.seeAll(histories, history -> {
            assertCached(landscape, acme, history.orderId(), "PROCESSED");
            OrderView sold = assertSold(acme, history.orderId());
            assertThat(SimulatedOdoo.quantity(sold, sku)).isEqualByComparingTo(BigDecimal.valueOf(LAST_QUANTITY));
            assertOnePicking(sold);
        });
    }

    @Test
    void anOrderThatIsCancelledInTheEndIsOpenInNoCase() {
        // Given
        String sku = Goods.inStock(acme, "10.00");
        List<List<Integer>> arrivals = Permutations.of(List.of(0, 1, 2, 3));
        List<History> histories =
                arrivals.stream().map(arrival -> editedAndCancelled(sku)).toList();

        // When
        landscape.gateway().deliver(interleaved(histories, arrivals));

        // Then
        Eventually.seeAll(histories, history -> {
            assertCached(landscape, acme, history.orderId(), "PROCESSED");
            assertNotOpen(acme, history.orderId());
        });
    }

    @Test
    void eachVersionBroughtToOdooBeforeTheNextArrivesEndsInTheSameSaleOrder() {
        // Given
        String sku = Goods.inStock(acme, "10.00");
        List<List<Integer>> arrivals = List.of(List.of(0, 1, 2, 3), List.of(3, 0, 2, 1), List.of(2, 1, 3, 0));
        List<History> histories =
                arrivals.stream().map(arrival -> paidAndEdited(sku)).toList();

        // When
        for (int step = 0; step < 4; step++) {
            for (int i = 0; i < histories.size(); i++) {
                landscape
                        .gateway()
                        .deliver(histories.get(i).webhooks().get(arrivals.get(i).get(step)));
            }
            for (int i = 0; i < histories.size(); i++) {
                History history = histories.get(i);
                Instant newest = history.newest(arrivals.get(i).subList(0, step + 1));
                Eventually.see(() -> assertProcessed(history, newest));
            }
        }

        // Then
        Eventually.see(() -> histories.forEach(history -> {
            OrderView sold = assertSold(acme, history.orderId());
            assertThat(SimulatedOdoo.quantity(sold, sku)).isEqualByComparingTo(BigDecimal.valueOf(LAST_QUANTITY));
        }));
    }

    @Test
    void aCancellationAfterTheOrderReachedOdooCancelsItThereAndNoLateUpdateRevivesIt() {
        // Given
        History history = editedAndCancelled(Goods.inStock(acme, "10.00"));
        landscape.gateway().deliver(history.webhooks().get(0));
        Eventually.see(() -> assertThat(acme.saleOrders(history.orderId())).hasSize(1));

        // When
        landscape.gateway().deliver(history.webhooks().get(3));
        landscape.gateway().deliver(history.webhooks().subList(1, 3));

        // Then
        Eventually.see(
                () -> assertThat(assertOnce(acme, history.orderId()).state()).isEqualTo("cancel"));
        Eventually.stays(
                Duration.ofSeconds(1),
                () -> assertThat(assertOnce(acme, history.orderId()).state()).isEqualTo("cancel"));
    }

    /** In that version at least: a look-back may bring a newer one at any time. */
    private void assertProcessed(History history, Instant version) {
        JsonNode cached = assertCached(landscape, acme, history.orderId(), "PROCESSED");
        assertThat(OffsetDateTime.parse(cached.path("sourceUpdatedAt").asText()).toInstant())
                .as("version of %s: %s", history.orderId(), cached)
                .isAfterOrEqualTo(version);
    }

    /** An order and the webhooks of its life, oldest first, with the versions that they tell of. */
    private record History(String orderId, List<Webhook> webhooks, List<Instant> versions) {

        static History of(ShopOrder order) {
            return new History(order.id(), new ArrayList<>(), new ArrayList<>());
        }

        void tell(SimulatedShop shop, String topic) {
            webhooks.add(shop.webhook(topic, orderId));
            versions.add(shop.order(orderId).updatedAt());
        }

        Instant newest(List<Integer> told) {
            return told.stream()
                    .map(versions::get)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private History paidAndEdited(String sku) {
        SimulatedShop shop = acme.shop();
        History history =
                History.of(shop.placeSilently(Basket.of(sku, 2, "10.00").unpaid()));
        history.tell(shop, "orders/create");
        shop.pay(history.orderId());
        history.tell(shop, "orders/paid");
        shop.edit(history.orderId(), sku, LAST_QUANTITY);
        history.tell(shop, "orders/updated");
        shop.touch(history.orderId());
        history.tell(shop, "orders/updated");
        return history;
    }

    private History editedAndCancelled(String sku) {
        SimulatedShop shop = acme.shop();
        History history =
                History.of(shop.placeSilently(Basket.of(sku, 2, "10.00").unpaid()));
        history.tell(shop, "orders/create");
        shop.edit(history.orderId(), sku, LAST_QUANTITY);
        history.tell(shop, "orders/updated");
        shop.touch(history.orderId());
        history.tell(shop, "orders/updated");
        shop.cancel(history.orderId());
        history.tell(shop, "orders/cancelled");
        return history;
    }

    /** The first arrival of every order, then the second of every order, and so on. */
    private static List<Webhook> interleaved(List<History> histories, List<List<Integer>> arrivals) {
        List<Webhook> all = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            for (int i = 0; i < histories.size(); i++) {
                all.add(histories.get(i).webhooks().get(arrivals.get(i).get(step)));
            }
        }
        return all;
    }
}

package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertCached;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertNotOpen;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertOnce;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertOnePicking;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.Permutations;
import io.shopoms.sandbox.journeys.fixtures.ShopOrder;
import io.shopoms.sandbox.journeys.fixtures.SimulatedOdoo;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.journeys.fixtures.Webhook;
import io.shopoms.sandbox.odoo.view.OrderView;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
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
        Eventually.see(() -> histories.forEach(history -> {
            assertCached(landscape, acme, history.orderId(), "PROCESSED");
            OrderView sold = assertSold(acme, history.orderId());
            assertThat(SimulatedOdoo.quantity(sold, sku)).isEqualByComparingTo(BigDecimal.valueOf(LAST_QUANTITY));
            assertOnePicking(sold);
        }));
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
        Eventually.see(() -> histories.forEach(history -> {
            assertCached(landscape, acme, history.orderId(), "PROCESSED");
            assertNotOpen(acme, history.orderId());
        }));
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
            Eventually.see(
                    () -> histories.forEach(history -> assertCached(landscape, acme, history.orderId(), "PROCESSED")));
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

    /** An order and the webhooks of its life, oldest first. */
    private record History(String orderId, List<Webhook> webhooks) {}

    private History paidAndEdited(String sku) {
        ShopOrder order = acme.shop().placeSilently(Basket.of(sku, 2, "10.00").unpaid());
        List<Webhook> webhooks = new ArrayList<>();
        webhooks.add(acme.shop().webhook("orders/create", order.id()));
        acme.shop().pay(order.id());
        webhooks.add(acme.shop().webhook("orders/paid", order.id()));
        acme.shop().edit(order.id(), sku, LAST_QUANTITY);
        webhooks.add(acme.shop().webhook("orders/updated", order.id()));
        acme.shop().touch(order.id());
        webhooks.add(acme.shop().webhook("orders/updated", order.id()));
        return new History(order.id(), webhooks);
    }

    private History editedAndCancelled(String sku) {
        ShopOrder order = acme.shop().placeSilently(Basket.of(sku, 2, "10.00").unpaid());
        List<Webhook> webhooks = new ArrayList<>();
        webhooks.add(acme.shop().webhook("orders/create", order.id()));
        acme.shop().edit(order.id(), sku, LAST_QUANTITY);
        webhooks.add(acme.shop().webhook("orders/updated", order.id()));
        acme.shop().touch(order.id());
        webhooks.add(acme.shop().webhook("orders/updated", order.id()));
        acme.shop().cancel(order.id());
        webhooks.add(acme.shop().webhook("orders/cancelled", order.id()));
        return new History(order.id(), webhooks);
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

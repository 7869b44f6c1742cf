package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertOnePicking;
import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.ShopOrder;
import io.shopoms.sandbox.journeys.fixtures.ShopOrder.Shipped;
import io.shopoms.sandbox.journeys.fixtures.SimulatedOdoo;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.odoo.view.PickingView;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What leaves the warehouse in Odoo is fulfilled in Shopify, with its tracking number, once. */
@ExtendWith(OnTheLandscape.class)
final class ShipmentJourney {

    private final TestStore acme;

    ShipmentJourney(Landscape landscape) {
        this.acme = landscape.acme();
    }

    @Test
    void aShipmentReachesShopifyWithItsTrackingNumber() {
        // Given
        ShopOrder order = ordered(3);
        PickingView picking = readyPicking(order);

        // When
        acme.odoo().ship(picking, "1Z-FULL-" + order.id());

        // Then
        Eventually.see(() -> assertThat(now(order).fulfillments())
                .singleElement()
                .satisfies(shipped -> {
                    assertThat(shipped.status()).isEqualTo("SUCCESS");
                    assertThat(shipped.pieces()).isEqualTo(3);
                    assertThat(shipped.tracking()).containsExactly("1Z-FULL-" + order.id());
                }));
    }

    @Test
    void aPartialShipmentAndItsBackorderBecomeTwoFulfillments() {
        // Given
        String sku = Goods.inStock(acme, "8.00");
        ShopOrder order = acme.shop().place(Basket.of(sku, 5, "8.00"));
        PickingView first = readyPicking(order);

        // When
        acme.odoo().ship(first, "1Z-FIRST-" + order.id(), sku, 2);
        Eventually.see(() -> assertThat(now(order).fulfillments()).hasSize(1));
        acme.odoo().ship(backorder(order, first), "1Z-SECOND-" + order.id());

        // Then
        Eventually.see(() -> assertThat(now(order).fulfillments())
                .extracting(Shipped::pieces, shipped -> shipped.tracking().get(0))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(2, "1Z-FIRST-" + order.id()),
                        org.assertj.core.groups.Tuple.tuple(3, "1Z-SECOND-" + order.id())));
    }

    @Test
    void aTrackingNumberThatComesLateIsAddedToTheFulfillment() {
        // Given
        ShopOrder order = ordered(1);
        PickingView picking = readyPicking(order);
        acme.odoo().shipWithoutTracking(picking);
        Eventually.see(() -> assertThat(now(order).fulfillments()).hasSize(1));

        // When
        acme.odoo().track(picking, "1Z-LATE-" + order.id());

        // Then
        Eventually.see(() -> {
            assertThat(now(order).fulfillments()).hasSize(1);
            assertThat(now(order).tracking()).containsExactly("1Z-LATE-" + order.id());
        });
    }

    @Test
    void aLostAnswerOfShopifyMakesNoSecondFulfillment() {
        // Given
        ShopOrder order = ordered(2);
        PickingView picking = readyPicking(order);
        acme.shop().faults().loseAnswer("fulfillmentCreate", 1);

        // When
        acme.odoo().ship(picking, "1Z-ONCE-" + order.id());

        // Then
        Eventually.see(() -> assertThat(now(order).tracking()).containsExactly("1Z-ONCE-" + order.id()));
        Eventually.stays(
                Duration.ofSeconds(3),
                () -> assertThat(now(order).fulfillments()).hasSize(1));
    }

    private ShopOrder ordered(int quantity) {
        return acme.shop().place(Basket.of(Goods.inStock(acme, "8.00"), quantity, "8.00"));
    }

    private ShopOrder now(ShopOrder order) {
        return acme.shop().order(order.id());
    }

    private PickingView readyPicking(ShopOrder order) {
        AtomicReference<PickingView> ready = new AtomicReference<>();
        Eventually.see(() -> {
            ready.set(assertOnePicking(assertSold(acme, order.id())));
            assertThat(ready.get().state()).isEqualTo("assigned");
        });
        return ready.get();
    }

    private PickingView backorder(ShopOrder order, PickingView first) {
        OrderView sold = assertSold(acme, order.id());
        return SimulatedOdoo.deliveries(sold).stream()
                .filter(picking -> picking.id() != first.id())
                .findFirst()
                .orElseThrow();
    }
}

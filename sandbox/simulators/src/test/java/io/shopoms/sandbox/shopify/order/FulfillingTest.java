package io.shopoms.sandbox.shopify.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FulfillingTest {

    private static final String THREE_MUGS = "{\"lines\":[{\"sku\":\"MUG-1\",\"quantity\":3}]}";

    private final ShopFixture store = new ShopFixture();

    @Test
    void shippingSomeUnitsLeavesTheRestOpen() {
        // Given
        Order order = store.place(THREE_MUGS);
        store.pass(Duration.ofSeconds(5));

        // When
        Fulfillment shipped = store.ship(order, 0, 2).value().orElseThrow();

        // Then
        assertThat(shipped.name()).isEqualTo("#1001-F1");
        assertThat(shipped.totalQuantity()).isEqualTo(2);
        assertThat(order.fulfillmentStatus()).isEqualTo("PARTIALLY_FULFILLED");
        assertThat(order.fulfillmentOrders().get(0).status()).isEqualTo(FulfillmentOrder.Status.IN_PROGRESS);
        assertThat(order.fulfillmentOrders().get(0).lines().get(0).remaining()).isEqualTo(1);
        assertThat(order.updatedAt()).isEqualTo(Instant.parse("2026-11-20T10:15:35Z"));
        assertThat(store.lastTopics())
                .containsExactly("fulfillments/create", "orders/partially_fulfilled", "orders/updated");
    }

    @Test
    void shippingTheLastUnitClosesTheFulfillmentOrder() {
        // Given
        Order order = store.place(THREE_MUGS);
        store.ship(order, 0, 2);

        // When
        Fulfillment second = store.ship(order, 0, 1).value().orElseThrow();

        // Then
        assertThat(second.name()).isEqualTo("#1001-F2");
        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");
        assertThat(order.fulfillmentOrders().get(0).status()).isEqualTo(FulfillmentOrder.Status.CLOSED);
        assertThat(store.lastTopics()).contains("orders/fulfilled");
    }

    @Test
    void shippingTheSameAgainIsRefusedInShopifysWordsAndChangesNothing() {
        // Given
        Order order = store.place(THREE_MUGS);
        long fulfillmentOrder = order.fulfillmentOrders().get(0).id();
        store.ship(order, 0, 3);
        int told = store.changes.size();

        // When
        Outcome<Fulfillment> again = store.ship(order, 0, 3);

        // Then
        assertThat(again.userErrors())
                .containsExactly(new UserError(
                        List.of("fulfillment"),
                        "Fulfillment order " + fulfillmentOrder + " has an unfulfillable status= closed."));
        assertThat(order.fulfillments()).hasSize(1);
        assertThat(store.changes).hasSize(told);
    }

    @Test
    void tooManyUnitsNoUnitsAndAnUnknownFulfillmentOrderAreRefused() {
        // Given
        Order order = store.place(THREE_MUGS);

        // When
        Outcome<Fulfillment> tooMany = store.ship(order, 0, 4);
        Outcome<Fulfillment> none = store.ship(order, 0, 0);
        Outcome<Fulfillment> unknown =
                store.fulfilling.create(new Shipment(List.of(new Shipment.Part(1, List.of())), List.of()));

        // Then
        assertThat(tooMany.userErrors())
                .containsExactly(new UserError(
                        List.of("fulfillment"), "Invalid fulfillment order line item quantity requested."));
        assertThat(none.userErrors())
                .containsExactly(new UserError(
                        List.of(
                                "fulfillment",
                                "lineItemsByFulfillmentOrder",
                                "0",
                                "fulfillmentOrderLineItems",
                                "0",
                                "quantity"),
                        "Quantity must be greater than 0"));
        assertThat(unknown.userErrors())
                .containsExactly(new UserError(List.of("fulfillment"), "Fulfillment order does not exist."));
    }

    @Test
    void unitsOfOneLineSplitOverTwoEntriesAreCountedTogether() {
        // Given
        Order order = store.place(THREE_MUGS);
        FulfillmentOrder from = order.fulfillmentOrders().get(0);
        Shipment.Units two = new Shipment.Units(from.lines().get(0).id(), 2);

        // When
        Outcome<Fulfillment> four = store.fulfilling.create(
                new Shipment(List.of(new Shipment.Part(from.id(), List.of(two, two))), List.of()));

        // Then
        assertThat(four.userErrors()).hasSize(1);
        assertThat(from.lines().get(0).remaining()).isEqualTo(3);
    }

    @Test
    void linesOfTwoLocationsAreTwoFulfillmentOrdersAndCannotShareAParcel() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\"},{\"sku\":\"B\",\"location\":\"Outlet\"}]}");
        List<Shipment.Part> both = order.fulfillmentOrders().stream()
                .map(each -> new Shipment.Part(each.id(), List.of()))
                .toList();

        // When
        Outcome<Fulfillment> together = store.fulfilling.create(new Shipment(both, List.of()));
        Outcome<Fulfillment> one = store.fulfilling.create(new Shipment(both.subList(0, 1), List.of()));

        // Then
        assertThat(order.fulfillmentOrders())
                .extracting(each -> each.location().name())
                .containsExactly("Main warehouse", "Outlet");
        assertThat(together.userErrors()).hasSize(1);
        assertThat(one.value()).isPresent();
    }

    @Test
    void cancellingAParcelOpensItsUnitsAgainOnANewFulfillmentOrder() {
        // Given
        Order order = store.place(THREE_MUGS);
        Fulfillment shipped = store.ship(order, 0, 3).value().orElseThrow();

        // When
        store.fulfilling.cancel(shipped.id());

        // Then
        assertThat(shipped.status()).isEqualTo("CANCELLED");
        assertThat(shipped.displayStatus()).isEqualTo("CANCELED");
        assertThat(order.fulfillmentStatus()).isEqualTo("UNFULFILLED");
        assertThat(order.fulfillmentOrders()).hasSize(2);
        assertThat(order.fulfillmentOrders().get(1).lines().get(0).remaining()).isEqualTo(3);
        assertThat(store.fulfilling.cancel(shipped.id()).userErrors()).hasSize(1);
    }

    @Test
    void lateTrackingReplacesWhatWasThereAndMakesTheCarriersLink() {
        // Given
        Order order = store.place(THREE_MUGS);
        Fulfillment shipped = store.ship(order, 0, 3).value().orElseThrow();

        // When
        store.fulfilling.track(shipped.id(), List.of(new TrackingInfo("FedEx", "7712", null)));

        // Then
        assertThat(shipped.tracking()).extracting(TrackingInfo::number).containsExactly("7712");
        assertThat(shipped.tracking().get(0).url())
                .startsWith("https://www.fedex.com/")
                .endsWith("7712");
        assertThat(store.lastTopics()).containsExactly("fulfillments/update", "orders/updated");
        assertThat(store.fulfilling.track(1, List.of()).userErrors()).hasSize(1);
    }

    @Test
    void whatIsOnHoldIsNotShippedUntilItIsReleased() {
        // Given
        Order order = store.place(THREE_MUGS);
        store.editing.hold(order, true);

        // When
        Outcome<Fulfillment> held = store.ship(order, 0, 1);
        store.editing.hold(order, false);
        Outcome<Fulfillment> released = store.ship(order, 0, 1);

        // Then
        assertThat(held.userErrors().get(0).message()).endsWith("has an unfulfillable status= on_hold.");
        assertThat(released.value()).isPresent();
    }

    @Test
    void theMerchantShipsAllThatIsOpenOnce() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\"},{\"sku\":\"B\",\"location\":\"Outlet\"}]}");

        // When
        store.fulfilling.shipAll(order, new TrackingInfo(null, "X1", null));

        // Then
        assertThat(order.fulfillments()).hasSize(2);
        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");
        assertThatThrownBy(() -> store.fulfilling.shipAll(order, new TrackingInfo(null, "X2", null)))
                .hasMessage("#1001 has nothing to ship");
    }
}

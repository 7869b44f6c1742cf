package io.shopoms.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.fulfillment.cache.FulfillmentLink;
import io.shopoms.fulfillment.cache.FulfillmentLink.State;
import io.shopoms.fulfillment.cache.FulfillmentLinks;
import io.shopoms.fulfillment.cache.OrderLink;
import io.shopoms.fulfillment.cache.OrderLinks;
import io.shopoms.fulfillment.cache.ShipmentKind;
import io.shopoms.fulfillment.fixtures.Commerce;
import io.shopoms.fulfillment.fixtures.Rows;
import io.shopoms.fulfillment.fixtures.SimulatedStores;
import io.shopoms.fulfillment.fixtures.SoldOrder;
import io.shopoms.fulfillment.intake.PickingPoll;
import io.shopoms.fulfillment.shopify.Fulfillments;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.fulfillment.shopify.Tracking;
import io.shopoms.model.ShopifyId;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.DraftLine;
import io.shopoms.sandbox.shopify.order.Fulfillment;
import io.shopoms.sandbox.shopify.order.FulfillmentOrder;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class FulfillmentComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String CREATE = "FulfillmentCreate";

    @Inject
    SimulatedStores stores;

    @Inject
    Commerce commerce;

    @Inject
    Rows rows;

    @Inject
    PickingPoll poll;

    @Inject
    OrderLinks orderLinks;

    @Inject
    FulfillmentLinks links;

    @Inject
    CacheEntries entries;

    @Inject
    ShipmentKind kind;

    @Inject
    Fulfillments fulfillments;

    @Inject
    Migrations migrations;

    private Store acme;
    private ShopifySimulator shopify;

    @BeforeEach
    void startUndisturbed() {
        get(migrations.done());
        acme = stores.find(SimulatedStores.ACME).orElseThrow();
        shopify = stores.shopify(acme);
        shopify.faults().clear();
        stores.odoo().faults().clear();
    }

    @Test
    void aShipmentReachesShopifyWithItsTracking() {
        // Given
        SoldOrder order = linked(commerce.sell(acme, 2, 1));

        // When
        commerce.ship(order, "1Z999AA10123456784");

        // Then
        eventually(order, "PROCESSED");
        Fulfillment made = only(order);
        assertThat(made.lines())
                .extracting(line -> line.lineItem().draft().sku(), Fulfillment.Line::quantity)
                .containsExactlyInAnyOrder(tuple("CSH-WHT-S", 2), tuple("MUG-1", 1));
        assertThat(made.tracking())
                .singleElement()
                .satisfies(t -> assertThat(t.number()).isEqualTo("1Z999AA10123456784"));
        assertThat(rows.shipment(order).orElseThrow().note()).contains(made.name());
        assertThat(rows.links(order)).containsExactly("CREATED " + made.id());
    }

    @Test
    void shipmentsAreFoundWithoutAnybodyAsking() {
        // Given
        SoldOrder order = linked(commerce.sell(acme, 1, 0));

        // When
        commerce.ship(order, "1Z-BY-ITSELF");

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(fulfillments(order)).hasSize(1));
    }

    @Test
    void aPartialShipmentAndItsBackorderBecomeTwoFulfillments() {
        // Given
        SoldOrder order = linked(commerce.sell(acme, 3, 1));

        // When
        commerce.ship(order, "1Z-FIRST", Map.of("CSH-WHT-S", 2));
        eventually(order, "PROCESSED");
        commerce.ship(order, "1Z-REST");

        // Then
        eventually(
                order,
                () -> assertThat(fulfillments(order))
                        .extracting(
                                Fulfillment::totalQuantity,
                                f -> f.tracking().get(0).number())
                        .containsExactly(tuple(2, "1Z-FIRST"), tuple(2, "1Z-REST")));
    }

    @Test
    void trackingThatComesLateIsAddedToTheFulfillment() {
        // Given
        SoldOrder order = linked(commerce.sell(acme, 1, 0));
        long picking = commerce.ship(order, null);
        eventually(order, "PROCESSED");

        // When
        commerce.track(acme, picking, "1Z-LATE");

        // Then
        eventually(
                order,
                () -> assertThat(only(order).tracking())
                        .extracting(t -> t.number())
                        .containsExactly("1Z-LATE"));
    }

    @Test
    void aLostAnswerMakesNoSecondFulfillment() {
        // Given
        SoldOrder order = linked(commerce.sell(acme, 4, 0));
        shopify.faults().add(Fault.lostResponse(CREATE));

        // When
        commerce.ship(order, "1Z-LOST", Map.of("CSH-WHT-S", 2));

        // Then
        eventually(order, "PROCESSED");
        assertThat(only(order).totalQuantity()).isEqualTo(2);
    }

    @Test
    void aFulfillmentThatIsCommittedLongAfterTheTimeoutIsNotDoubled() {
        // Given
        SoldOrder order = linked(commerce.sell(acme, 4, 0));
        shopify.faults().add(Fault.lateCommit(CREATE, Duration.ofMillis(2500)));

        // When
        commerce.ship(order, "1Z-SLOW", Map.of("CSH-WHT-S", 2));

        // Then
        eventually(order, "PROCESSED");
        assertThat(only(order).totalQuantity()).isEqualTo(2);
    }

    @Test
    void aRequestThatNeverArrivedIsSentAgain() {
        // Given
        SoldOrder order = linked(commerce.sell(acme, 4, 0));
        shopify.faults().add(Fault.reset(CREATE));

        // When
        commerce.ship(order, "1Z-RESET", Map.of("CSH-WHT-S", 2));

        // Then
        eventually(order, "PROCESSED");
        assertThat(only(order).totalQuantity()).isEqualTo(2);
    }

    @Test
    void whatACrashedProcessIntendedAndDidIsRecognized() {
        // Given: the intent was written and Shopify did it, but nobody remembered
        SoldOrder order = commerce.sell(acme, 4, 0);
        long picking = commerce.ship(order, "1Z-CRASH", Map.of("CSH-WHT-S", 2));
        get(links.intend(order.store().shop(), shopifyId(order), intent(order, picking, Instant.now())));
        asShopOms(order, 2, "1Z-CRASH");

        // When (not before: the application polls as well, and would be the first to ship)
        linked(order);

        // Then
        eventually(order, "PROCESSED");
        assertThat(rows.links(order)).containsExactly("CREATED " + only(order).id());
    }

    @Test
    void whatACrashedProcessIntendedAndNeverDidIsDoneAfterTheSettleTime() {
        // Given
        SoldOrder order = commerce.sell(acme, 4, 0);
        long picking = commerce.ship(order, "1Z-CRASH", Map.of("CSH-WHT-S", 2));
        Instant laterThanTheTestLooks = Instant.now().plus(LIMIT);
        get(links.intend(order.store().shop(), shopifyId(order), intent(order, picking, laterThanTheTestLooks)));
        linked(order);
        eventually(
                order,
                () -> assertThat(rows.shipment(order).orElseThrow().failureMessage())
                        .contains("gave no answer"));
        assertThat(fulfillments(order)).isEmpty();

        // When
        Instant longAgo = Instant.now().minus(LIMIT);
        get(links.remember(order.store().shop(), shopifyId(order), intent(order, picking, longAgo)));
        get(entries.wake(kind, order.store().shop(), List.of(order.odooId())));

        // Then
        eventually(order, "PROCESSED");
        assertThat(only(order).totalQuantity()).isEqualTo(2);
    }

    @Test
    void whatAPersonFulfilledMeanwhileIsNotDoubled() {
        // Given
        SoldOrder order = linked(commerce.sell(acme, 4, 1));
        asShopOms(order, 2, "BY-HAND");

        // When
        commerce.ship(order, "1Z-OURS", Map.of("CSH-WHT-S", 2));

        // Then
        eventually(order, "PROCESSED");
        assertThat(only(order).tracking()).extracting(t -> t.number()).containsExactly("BY-HAND");
        assertThat(rows.links(order)).containsExactly("ADOPTED " + only(order).id());
    }

    @Test
    void twoStoresOnOneOdooGetTheirOwnShipmentsOnly() {
        // Given
        Store beta = stores.find(SimulatedStores.BETA).orElseThrow();
        SoldOrder ofAcme = linked(commerce.sell(acme, 1, 0));
        SoldOrder ofBeta = linked(commerce.sell(beta, 2, 0));

        // When
        commerce.ship(ofAcme, "1Z-ACME");
        commerce.ship(ofBeta, "1Z-BETA");

        // Then
        eventually(ofAcme, "PROCESSED");
        eventually(ofBeta, "PROCESSED");
        assertThat(only(ofAcme).totalQuantity()).isEqualTo(1);
        assertThat(only(ofBeta).totalQuantity()).isEqualTo(2);
        assertThat(rows.query(
                        "select 1 from odoo_shipment_cache where store = $1 and record_id = $2",
                        Tuple.of(SimulatedStores.BETA.value(), ofAcme.odooId())))
                .isEmpty();
    }

    @Test
    void aHoldDelaysTheFulfillmentUntilItIsReleased() {
        // Given
        SoldOrder order = linked(commerce.sell(acme, 1, 0));
        shopify.holdFulfillment(order.shopifyId(), true);
        commerce.ship(order, "1Z-HELD");
        eventually(
                order,
                () -> assertThat(rows.shipment(order).orElseThrow().failureKind())
                        .isEqualTo("MissingDependency"));

        // When
        shopify.holdFulfillment(order.shopifyId(), false);

        // Then
        eventually(order, "PROCESSED");
        assertThat(only(order).totalQuantity()).isEqualTo(1);
    }

    @Test
    void aCancelledOrderIsRejectedWithARemedy() {
        // Given
        SoldOrder order = linked(commerce.sell(acme, 1, 0));
        shopify.cancelOrder(order.shopifyId(), "customer", true);

        // When
        commerce.ship(order, "1Z-TOO-LATE");

        // Then
        eventually(order, "FAILED");
        assertThat(rows.shipment(order).orElseThrow()).satisfies(row -> {
            assertThat(row.failureKind()).isEqualTo("RejectedByTarget");
            assertThat(row.failureMessage()).contains("cancelled");
        });
    }

    @Test
    void shopifysThrottleAndOutageOnlyDelay() {
        // Given
        SoldOrder order = linked(commerce.sell(acme, 2, 0));
        shopify.faults().add(Fault.throttled("*").times(2));
        shopify.faults().add(Fault.status("*", 503).times(8));

        // When
        commerce.ship(order, "1Z-PATIENT");

        // Then
        eventually(order, "PROCESSED");
        assertThat(only(order).totalQuantity()).isEqualTo(2);
    }

    @Test
    void aShipmentThatIsKnownBeforeItsLinkGoesThroughOnceTheLinkArrives() {
        // Given
        SoldOrder order = commerce.sell(acme, 1, 0);
        commerce.ship(order, "1Z-EARLY");
        eventually(
                order,
                () -> assertThat(rows.shipment(order).orElseThrow().failureKind())
                        .isEqualTo("MissingDependency"));

        // When
        linked(order);

        // Then
        eventually(order, "PROCESSED");
        assertThat(only(order).totalQuantity()).isEqualTo(1);
    }

    @Test
    void goodsOfSeveralLocationsBecomeOneFulfillmentEach() {
        // Given
        DraftLine elsewhere = new DraftLine(
                "MUG-1", "Mug", null, 1, new BigDecimal("9.90"), null, null, null, null, null, null, "Warehouse");
        SoldOrder order =
                linked(commerce.sell(acme, DraftLine.of("CSH-WHT-S", "Classic Cotton Shirt", 2, "24.90"), elsewhere));

        // When
        commerce.ship(order, "1Z-BOTH");

        // Then
        eventually(order, "PROCESSED");
        assertThat(fulfillments(order)).extracting(Fulfillment::totalQuantity).containsExactlyInAnyOrder(2, 1);
    }

    private SoldOrder linked(SoldOrder order) {
        get(orderLinks.save(List.of(OrderLink.of(order.linked()))));
        return order;
    }

    private void poll(Store store) {
        get(poll.run(store));
    }

    private static ShopifyId shopifyId(SoldOrder order) {
        return new ShopifyId(order.shopifyId());
    }

    /** To fulfill two shirts. */
    private static FulfillmentLink intent(SoldOrder order, long picking, Instant when) {
        return new FulfillmentLink(
                picking,
                1,
                State.INTENT,
                Optional.empty(),
                Optional.empty(),
                Quantities.of(order.lines().get(0).shopifyLineId(), 2),
                tracking("1Z-CRASH"),
                Set.of(),
                when);
    }

    /** Somebody, or a process that is gone, records a fulfillment of shirts. */
    private void asShopOms(SoldOrder order, int shirts, String tracking) {
        FulfillmentOrder open =
                shopify.order(order.shopifyId()).fulfillmentOrders().get(0);
        get(fulfillments.create(
                order.store(),
                List.of(new Fulfillments.Item(
                        new ShopifyId(open.id()),
                        new ShopifyId(open.lines().get(0).id()),
                        shirts)),
                tracking(tracking),
                false));
    }

    private static Tracking tracking(String number) {
        return new Tracking(Optional.empty(), List.of(number), List.of());
    }

    private List<Fulfillment> fulfillments(SoldOrder order) {
        return stores.shopify(order.store()).order(order.shopifyId()).fulfillments();
    }

    private Fulfillment only(SoldOrder order) {
        assertThat(fulfillments(order)).hasSize(1);
        return fulfillments(order).get(0);
    }

    private void eventually(SoldOrder order, String status) {
        eventually(
                order,
                () -> assertThat(rows.shipment(order).orElseThrow().status())
                        .as(rows.shipment(order).toString())
                        .isEqualTo(status));
    }

    private void eventually(SoldOrder order, ThrowingRunnable assertion) {
        await().atMost(LIMIT).untilAsserted(() -> {
            poll(order.store());
            assertThat(rows.shipment(order)).isPresent();
            assertion.run();
        });
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}

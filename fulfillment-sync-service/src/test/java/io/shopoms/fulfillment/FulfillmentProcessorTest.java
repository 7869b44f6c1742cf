package io.shopoms.fulfillment;

import static io.shopoms.fulfillment.fixtures.Orders.A;
import static io.shopoms.fulfillment.fixtures.Orders.B;
import static io.shopoms.fulfillment.fixtures.Orders.move;
import static io.shopoms.fulfillment.fixtures.Orders.picking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.fulfillment.cache.FulfillmentLink.State;
import io.shopoms.fulfillment.fixtures.LittleShopify.Answer;
import io.shopoms.fulfillment.fixtures.Orders;
import io.shopoms.fulfillment.fixtures.RememberedLinks.Crash;
import io.shopoms.fulfillment.odoo.Shipment;
import io.shopoms.fulfillment.odoo.Shipment.SaleOrder;
import io.shopoms.fulfillment.shopify.Fulfillment;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.fulfillment.shopify.Tracking;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.cache.Outcome.Failed;
import io.shopoms.sync.cache.Outcome.Processed;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FulfillmentProcessorTest {

    private static final Quantities TWO_A = Quantities.of(A, 2);
    private static final Quantities ONE_A = Quantities.of(A, 1);

    private final FulfillmentBench bench = new FulfillmentBench();

    @Test
    void shippedGoodsAreFulfilledWithTheirTracking() {
        // Given
        bench.shopify.open(1, TWO_A.plus(Quantities.of(B, 1)));

        // When
        Outcome outcome = bench.process(picking(7, "1Z999", move(A, "2"), move(B, "1")));

        // Then
        assertThat(outcome).isInstanceOf(Processed.class);
        Fulfillment made = onlyFulfillment();
        assertThat(made.quantities()).isEqualTo(TWO_A.plus(Quantities.of(B, 1)));
        assertThat(made.tracking()).isEqualTo(new Tracking(Optional.of("UPS"), List.of("1Z999"), List.of()));
        assertThat(bench.links.all()).singleElement().satisfies(link -> {
            assertThat(link.state()).isEqualTo(State.CREATED);
            assertThat(link.is(made)).isTrue();
        });
    }

    @Test
    void aSecondLookAtTheSameShipmentChangesNothing() {
        // Given
        bench.shopify.open(1, TWO_A);
        bench.process(picking(7, "1Z999", move(A, "2")));

        // When
        Outcome again = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(again).isEqualTo(new Processed(Orders.SALE_ORDER, "nothing to change"));
        assertThat(bench.shopify.calls("fulfillment_create")).isEqualTo(1);
    }

    @Test
    void aBackorderBecomesASecondFulfillment() {
        // Given
        bench.shopify.open(1, Quantities.of(A, 3));
        bench.process(picking(7, "1Z1", move(A, "2")));

        // When
        bench.process(picking(7, "1Z1", move(A, "2")), picking(8, "1Z2", move(A, "1")));

        // Then
        assertThat(bench.shopify.fulfillments())
                .extracting(Fulfillment::quantities)
                .containsExactly(TWO_A, ONE_A);
    }

    @Test
    void aShipmentWaitsUntilItsOrderIsLinked() {
        // Given
        bench.shopify.open(1, TWO_A);
        bench.link = Optional.empty();

        // When
        Outcome early = bench.process(picking(7, "1Z999", move(A, "2")));
        bench.link = Optional.of(Orders.link(A));
        Outcome later = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(failure(early)).isInstanceOf(MissingDependency.class);
        assertThat(later).isInstanceOf(Processed.class);
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
    }

    @Test
    void aCopiedSaleOrderIsNeverFulfilled() {
        // Given
        bench.shopify.open(1, TWO_A);
        Shipment copy = new Shipment(
                new SaleOrder(77, "S00077", "shopify:acme.myshopify.com:1001"),
                List.of(picking(9, "1Z9", move(A, "2"))));

        // When
        Outcome outcome = bench.process(copy);

        // Then
        assertThat(((Processed) outcome).note()).contains("S00077 is a copy");
        assertThat(bench.shopify.fulfillments()).isEmpty();
    }

    @Test
    void anAnswerThatWasLostAfterTheCommitIsRecognized() {
        // Given
        bench.shopify.open(1, Quantities.of(A, 4));
        bench.shopify.answer(Answer.LOST_AFTER);

        // When
        Outcome lost = bench.process(picking(7, "1Z999", move(A, "2")));
        Outcome next = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(failure(lost)).isInstanceOf(TransientFailure.class);
        assertThat(next).isInstanceOf(Processed.class);
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
        assertThat(bench.links.all()).singleElement().extracting(l -> l.state()).isEqualTo(State.CREATED);
    }

    @Test
    void aRequestThatNeverArrivedIsSentAgainOnlyAfterTheSettleTime() {
        // Given
        bench.shopify.open(1, Quantities.of(A, 4));
        bench.shopify.answer(Answer.LOST_BEFORE);
        bench.process(picking(7, "1Z999", move(A, "2")));

        // When
        bench.clock.advance(Duration.ofSeconds(119));
        Outcome early = bench.process(picking(7, "1Z999", move(A, "2")));
        bench.clock.advance(Duration.ofSeconds(2));
        Outcome settled = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(((TransientFailure) failure(early)).retryAfter()).hasValue(Duration.ofSeconds(1));
        assertThat(settled).isInstanceOf(Processed.class);
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
    }

    @Test
    void aFulfillmentThatShopifyCommitsLongAfterTheTimeoutIsNotDoubled() {
        // Given
        bench.shopify.open(1, Quantities.of(A, 4));
        bench.shopify.answer(Answer.LATE);
        bench.process(picking(7, "1Z999", move(A, "2")));
        bench.clock.advance(Duration.ofSeconds(60));
        Outcome waiting = bench.process(picking(7, "1Z999", move(A, "2")));

        // When
        bench.clock.advance(Duration.ofSeconds(40));
        Outcome done = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(failure(waiting)).isInstanceOf(TransientFailure.class);
        assertThat(done).isInstanceOf(Processed.class);
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
    }

    @Test
    void aCrashBetweenCreationAndMemoryLeavesNoDouble() {
        // Given
        bench.shopify.open(1, Quantities.of(A, 4));
        bench.links.failAfter(1);
        assertThatThrownBy(() -> bench.process(picking(7, "1Z999", move(A, "2"))))
                .isInstanceOf(Crash.class);

        // When
        bench.links.recover();
        Outcome restarted = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(restarted).isInstanceOf(Processed.class);
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
    }

    @Test
    void whatCannotBeRememberedIsNotAskedFor() {
        // Given
        bench.shopify.open(1, TWO_A);
        bench.links.failAfter(0);

        // When
        assertThatThrownBy(() -> bench.process(picking(7, "1Z999", move(A, "2"))))
                .isInstanceOf(Crash.class);

        // Then
        assertThat(bench.shopify.calls("fulfillment_create")).isZero();
    }

    @Test
    void aMissingRightLeavesNoIntentBehind() {
        // Given
        bench.shopify.open(1, TWO_A);
        bench.shopify.answer(Answer.NO_RIGHT);

        // When
        Outcome refused = bench.process(picking(7, "1Z999", move(A, "2")));
        Outcome granted = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(failure(refused)).isInstanceOf(Misconfigured.class);
        assertThat(granted).isInstanceOf(Processed.class);
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
    }

    @Test
    void whatShopifyCertainlyDidNotDoIsAskedForAgainWithoutWaiting() {
        // Given
        bench.shopify.open(1, TWO_A);
        bench.shopify.answer(Answer.THROTTLED);

        // When
        Outcome throttled = bench.process(picking(7, "1Z999", move(A, "2")));
        Outcome next = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(failure(throttled)).isInstanceOf(TransientFailure.class);
        assertThat(next).isInstanceOf(Processed.class);
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
    }

    @Test
    void lateTrackingUpdatesTheFulfillment() {
        // Given
        bench.shopify.open(1, TWO_A);
        bench.process(picking(7, null, move(A, "2")));

        // When
        bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(onlyFulfillment().tracking().numbers()).containsExactly("1Z999");
        assertThat(bench.shopify.calls("fulfillment_create")).isEqualTo(1);
    }

    @Test
    void aTrackingUpdateWhoseAnswerWasLostIsSettledByLooking() {
        // Given
        bench.shopify.open(1, TWO_A);
        bench.process(picking(7, null, move(A, "2")));
        bench.shopify.answer(Answer.LOST_AFTER);
        bench.process(picking(7, "1Z999", move(A, "2")));

        // When
        Outcome next = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(next).isInstanceOf(Processed.class);
        assertThat(bench.shopify.calls("fulfillment_tracking_update")).isEqualTo(1);
    }

    @Test
    void trackingThatAPersonChangedInShopifyIsLeftAloneUntilOdooChanges() {
        // Given
        bench.shopify.open(1, TWO_A);
        bench.process(picking(7, "1Z1", move(A, "2")));
        bench.shopify.track(onlyFulfillment(), new Tracking(Optional.of("DHL Express"), List.of("D-1"), List.of()));

        // When
        bench.process(picking(7, "1Z1", move(A, "2")));
        Tracking kept = onlyFulfillment().tracking();
        bench.process(picking(7, "1Z2", move(A, "2")));

        // Then
        assertThat(kept.numbers()).containsExactly("D-1");
        assertThat(onlyFulfillment().tracking().numbers()).containsExactly("1Z2");
    }

    @Test
    void aPersonsFulfillmentOfTheSameGoodsIsAdopted() {
        // Given
        bench.shopify.open(1, Quantities.of(A, 4));
        bench.shopify.fulfillByHand(TWO_A, Tracking.NONE);

        // When
        Outcome outcome = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(outcome).isInstanceOf(Processed.class);
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
        assertThat(onlyFulfillment().tracking().numbers()).containsExactly("1Z999");
        assertThat(bench.links.all()).singleElement().satisfies(link -> {
            assertThat(link.is(onlyFulfillment())).isTrue();
            assertThat(link.state()).isEqualTo(State.CREATED);
        });
    }

    @Test
    void theNumberOnAPersonsFulfillmentIsNotOverwritten() {
        // Given
        bench.shopify.open(1, Quantities.of(A, 4));
        bench.shopify.fulfillByHand(TWO_A, new Tracking(Optional.empty(), List.of("BY-HAND"), List.of()));

        // When
        bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(onlyFulfillment().tracking().numbers()).containsExactly("BY-HAND");
        assertThat(bench.links.all()).singleElement().extracting(l -> l.state()).isEqualTo(State.ADOPTED);
    }

    @Test
    void whatAPersonFulfilledInPartIsCompleted() {
        // Given
        bench.shopify.open(1, Quantities.of(A, 4));
        bench.shopify.fulfillByHand(ONE_A, Tracking.NONE);

        // When
        bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(bench.shopify.fulfillments())
                .extracting(Fulfillment::quantities)
                .containsExactly(ONE_A, ONE_A);
    }

    @Test
    void oneManualFulfillmentCanCoverTwoPickings() {
        // Given
        bench.shopify.open(1, Quantities.of(A, 4));
        bench.shopify.fulfillByHand(TWO_A, Tracking.NONE);

        // When
        Outcome outcome = bench.process(picking(7, "1Z1", move(A, "1")), picking(8, "1Z2", move(A, "1")));

        // Then
        assertThat(outcome).isInstanceOf(Processed.class);
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
    }

    @Test
    void aFulfillmentThatAPersonCancelledIsNotMadeAgain() {
        // Given
        bench.shopify.open(1, TWO_A);
        bench.process(picking(7, "1Z1", move(A, "2")));
        bench.shopify.cancel(onlyFulfillment());

        // When
        Outcome outcome = bench.process(picking(7, "1Z1", move(A, "2")));

        // Then
        assertThat(((Processed) outcome).note()).contains("#1001-F1 was cancelled in Shopify");
        assertThat(bench.shopify.fulfilled()).isEqualTo(Quantities.NONE);
    }

    @Test
    void goodsOfTwoLocationsBecomeOneFulfillmentEach() {
        // Given
        bench.shopify.open(1, TWO_A).open(2, Quantities.of(B, 1));

        // When
        bench.process(picking(7, "1Z999", move(A, "2"), move(B, "1")));

        // Then
        assertThat(bench.shopify.fulfillments())
                .extracting(Fulfillment::quantities)
                .containsExactly(TWO_A, Quantities.of(B, 1));
        assertThat(bench.links.all()).extracting(l -> l.part()).containsExactly(1, 2);
    }

    @Test
    void aHoldKeepsTheShipmentWaitingUntilItIsReleased() {
        // Given
        bench.shopify.demand("ON_HOLD", 1, TWO_A);

        // When
        Outcome held = bench.process(picking(7, "1Z999", move(A, "2")));
        bench.shopify.status("OPEN");
        Outcome released = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(failure(held)).isInstanceOf(MissingDependency.class);
        assertThat(failure(held).message()).contains("on hold (OTHER)");
        assertThat(released).isInstanceOf(Processed.class);
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
    }

    @Test
    void whatIsNotOnHoldIsFulfilledAtOnce() {
        // Given
        bench.shopify.open(1, TWO_A).demand("ON_HOLD", 2, Quantities.of(B, 1));

        // When
        Outcome outcome = bench.process(picking(7, "1Z999", move(A, "2"), move(B, "1")));

        // Then
        assertThat(failure(outcome)).isInstanceOf(MissingDependency.class);
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
    }

    @Test
    void goodsOfACancelledOrderAreRejectedWithARemedy() {
        // Given
        bench.shopify.open(1, TWO_A).cancelOrder();

        // When
        Outcome outcome = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(failure(outcome)).isInstanceOf(RejectedByTarget.class);
        assertThat(failure(outcome).message()).contains("#1001, which is cancelled");
    }

    @Test
    void moreThanWasOrderedIsShippedAsFarAsShopifyAllowsAndSaid() {
        // Given
        bench.shopify.open(1, TWO_A);

        // When
        Outcome outcome = bench.process(picking(7, "1Z999", move(A, "3")));

        // Then
        assertThat(((Processed) outcome).note()).contains("Odoo shipped 1 unit more than #1001 has");
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
    }

    @Test
    void aRefusalIsRejectedIfTheOrderDidNotChange() {
        // Given
        bench.shopify.open(1, TWO_A);
        bench.shopify.answer(Answer.REFUSED);

        // When
        Outcome outcome = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(failure(outcome)).isInstanceOf(RejectedByTarget.class);
        assertThat(failure(outcome).message()).contains("Invalid fulfillment order line item quantity requested.");
        assertThat(bench.links.all()).isEmpty();
    }

    @Test
    void aRefusalBecauseSomebodyWasFasterIsTriedAgain() {
        // Given
        bench.shopify.open(1, TWO_A);
        bench.shopify.beforeCreation(() -> bench.shopify.fulfillByHand(TWO_A, Tracking.NONE));

        // When
        Outcome outcome = bench.process(picking(7, "1Z999", move(A, "2")));
        bench.shopify.beforeCreation(() -> {});
        Outcome next = bench.process(picking(7, "1Z999", move(A, "2")));

        // Then
        assertThat(failure(outcome)).isInstanceOf(TransientFailure.class);
        assertThat(next).isInstanceOf(Processed.class);
        assertThat(bench.shopify.fulfilled()).isEqualTo(TWO_A);
    }

    private Fulfillment onlyFulfillment() {
        assertThat(bench.shopify.fulfillments()).hasSize(1);
        return bench.shopify.fulfillments().get(0);
    }

    private static SyncFailure failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).failure();
    }
}

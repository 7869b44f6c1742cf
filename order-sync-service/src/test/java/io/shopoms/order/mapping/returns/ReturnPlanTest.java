package io.shopoms.order.mapping.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.PresentOrder;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.fixtures.Refunds;
import io.shopoms.order.mapping.SaleLineState;
import io.shopoms.order.mapping.SaleOrderMapper;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.returns.Movement.Progress;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three sweaters were ordered on line 1; the cases are those of docs/refunds.md. */
class ReturnPlanTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");
    private static final long REFUND = 51;

    private final ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
    private final List<Movement> moves = new ArrayList<>();
    private SaleOrderState state = ordered(3);

    @Test
    void unitsThatNeverLeftJustLeaveTheOrder() {
        // Given
        shipment(100, 3, Progress.OPEN);
        refund(REFUND, 1, "return");

        // Then
        assertThat(ReturnPlan.isNeeded(order(), state)).isFalse();
        assertThat(ReturnPlan.none().quantity(line(), BigDecimal.valueOf(2))).isEqualByComparingTo("2");
    }

    @Test
    void deliveredUnitsComeBackAndStayOrderedUntilThen() {
        // Given
        shipped(3);
        refund(REFUND, 1, "return");

        // When
        ReturnPlan plan = plan();

        // Then
        assertThat(plan.drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.refund().value()).isEqualTo(REFUND);
            assertThat(draft.units()).hasSize(1).containsValue(BigDecimal.ONE);
        });
        assertThat(plan.quantity(line(), BigDecimal.valueOf(2))).isEqualByComparingTo("3");
    }

    @Test
    void unitsThatTheCustomerKeepsNeedNoReturn() {
        // Given
        shipped(3);
        refund(REFUND, 1, "no_restock");

        // Then
        assertThat(ReturnPlan.isNeeded(order(), state)).isFalse();
        assertThat(plan().drafts()).isEmpty();
        assertThat(plan().quantity(line(), BigDecimal.valueOf(2))).isEqualByComparingTo("3");
    }

    @Test
    void aReturnLeavesTheUnitsThatAreStillToBeShipped() {
        // Given
        shipped(2);
        shipment(101, 1, Progress.OPEN);
        refund(REFUND, 1, "return");

        // When
        ReturnPlan plan = plan();

        // Then
        assertThat(plan.drafts()).hasSize(1);
        assertThat(plan.quantity(line(), BigDecimal.valueOf(2)))
                .as("two are with the customer, one of them comes back, one is on its way out")
                .isEqualByComparingTo("3");
    }

    @Test
    void aReturnAndARemovalTogetherTakeOneFromOutsideAndOneFromTheHouse() {
        // Given
        shipped(2);
        shipment(101, 1, Progress.OPEN);
        refund(REFUND, 1, "return");
        refund(REFUND + 1, 1, "cancel");

        // When
        ReturnPlan plan = plan();

        // Then
        assertThat(plan.drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.units()).containsValue(BigDecimal.ONE));
        assertThat(plan.quantity(line(), BigDecimal.ONE)).isEqualByComparingTo("2");
    }

    @Test
    void moreThanWasShippedNeverComesBack() {
        // Given
        shipped(1);
        refund(REFUND, 2, "return");
        refund(REFUND + 1, 1, "return");

        // When
        ReturnPlan plan = plan();

        // Then
        assertThat(plan.drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.units()).containsValue(BigDecimal.ONE));
        assertThat(plan.quantity(line(), BigDecimal.ZERO)).isEqualByComparingTo("3");
    }

    @Test
    void severalShipmentsGiveBackWhatEachTook() {
        // Given
        shipment(100, 1, Progress.DONE);
        shipment(101, 2, Progress.DONE);
        state = PresentOrder.delivered(state, 1, 3, 2);
        refund(REFUND, 2, "return");

        // When
        ReturnPlan plan = plan();

        // Then
        assertThat(plan.drafts().get(0).units())
                .hasSize(2)
                .allSatisfy((shipment, units) -> assertThat(units).isEqualByComparingTo("1"));
    }

    @Test
    void whatIsPreparedIsNotPreparedAgain() {
        // Given
        shipped(3);
        picking(200, 1, Progress.OPEN, Optional.of(REFUND));
        refund(REFUND, 1, "return");

        // When
        ReturnPlan plan = plan();

        // Then
        assertThat(plan.drafts()).isEmpty();
        assertThat(plan.open()).extracting(OpenReturn::name).containsExactly("WH/IN/200");
        assertThat(plan.expected(line())).isEqualByComparingTo("1");
        assertThat(plan.quantity(line(), BigDecimal.valueOf(2))).isEqualByComparingTo("3");
    }

    @Test
    void aSecondRefundGetsAReturnOfItsOwn() {
        // Given
        shipped(3);
        picking(200, 1, Progress.OPEN, Optional.of(REFUND));
        refund(REFUND, 1, "return");
        refund(REFUND + 1, 1, "return");

        // When
        ReturnPlan plan = plan();

        // Then
        assertThat(plan.drafts()).extracting(draft -> draft.refund().value()).containsExactly(REFUND + 1);
        assertThat(plan.quantity(line(), BigDecimal.ONE)).isEqualByComparingTo("3");
    }

    @Test
    void aReturnThatPeopleCancelledIsNotMadeAgain() {
        // Given
        shipped(3);
        picking(200, 1, Progress.CANCELLED, Optional.of(REFUND));
        refund(REFUND, 1, "return");

        // Then
        assertThat(plan().drafts()).isEmpty();
        assertThat(plan().open()).isEmpty();
        assertThat(plan().expected(line())).isZero();
    }

    @Test
    void whatPeopleTookBackThemselvesIsNotTakenBackTwice() {
        // Given
        shipped(3);
        picking(200, 1, Progress.OPEN, Optional.empty());
        refund(REFUND, 1, "return");

        // Then
        assertThat(plan().drafts()).isEmpty();
        assertThat(plan().expected(line())).isEqualByComparingTo("1");
    }

    @Test
    void receivedUnitsLeaveTheOrder() {
        // Given
        shipped(3);
        picking(200, 1, Progress.DONE, Optional.of(REFUND));
        state = PresentOrder.delivered(state, 1, 2, 2);
        refund(REFUND, 1, "return");

        // Then
        assertThat(plan().drafts()).isEmpty();
        assertThat(plan().quantity(line(), BigDecimal.valueOf(2))).isEqualByComparingTo("2");
    }

    @Test
    void aRefundOfWhatLeftTheOrderBeforeItsDeliveryTakesNothingBack() {
        // Given: one of three was taken off before, then the other two were shipped.
        state = PresentOrder.delivered(ordered(2), 1, 2, 2);
        shipment(100, 2, Progress.DONE);
        refund(REFUND, 1, "return");

        // Then
        assertThat(ReturnPlan.isNeeded(order(), state)).isFalse();
        assertThat(plan().drafts()).isEmpty();
    }

    @Test
    void aCancelledOrderWantsNothingBackThatNoRefundNames() {
        // Given
        shipped(3);
        payload.put("cancelled_at", "2026-11-20T00:00:00Z");
        refund(REFUND, 2, "return");

        // When
        ReturnPlan plan = plan();

        // Then
        assertThat(plan.drafts().get(0).units()).containsValue(BigDecimal.valueOf(2));
    }

    @Test
    void unitsInTheHouseWaitForTheOpenReturn() {
        // Given
        shipped(2);
        shipment(101, 1, Progress.OPEN);
        picking(200, 1, Progress.OPEN, Optional.of(REFUND));
        refund(REFUND, 1, "return");
        refund(REFUND + 1, 1, "cancel");

        // When
        ReturnPlan plan = plan();

        // Then
        assertThatThrownBy(() -> plan.quantity(line(), BigDecimal.ONE))
                .isInstanceOfSatisfying(
                        SyncFailureException.class,
                        e -> assertThat(e.failure().message()).contains("WH/IN/200"));
    }

    // --- steps

    private void shipped(int units) {
        shipment(100, units, Progress.DONE);
        state = PresentOrder.delivered(state, 1, units, 2);
    }

    private void shipment(long id, int units, Progress progress) {
        moves.add(new Movement(
                id,
                id,
                "WH/OUT/" + id,
                Optional.empty(),
                1,
                2,
                BigDecimal.valueOf(units),
                progress,
                true,
                Optional.empty(),
                false));
    }

    private void picking(long id, int units, Progress progress, Optional<Long> refund) {
        moves.add(new Movement(
                id,
                id,
                "WH/IN/" + id,
                refund.map(key -> ExternalId.of(SHOP, Movement.RETURN_KIND, "5001_" + key)),
                1,
                2,
                BigDecimal.valueOf(units),
                progress,
                false,
                Optional.of(100L),
                true));
    }

    private void refund(long id, int units, String restock) {
        Refunds.add(payload, id, 0, units, restock, 10);
    }

    private ReturnPlan plan() {
        return ReturnPlan.of(order(), state, moves);
    }

    private SaleLineState line() {
        return state.lines().get(0);
    }

    private ShopifyOrder order() {
        return OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP);
    }

    private SaleOrderState ordered(int units) {
        ObjectNode item = (ObjectNode) payload.withArray("line_items").get(0);
        item.put("quantity", units).put("current_quantity", units);
        ShopifyOrder order = order();
        SaleOrderState ordered =
                PresentOrder.of(SaleOrderMapper.map(SHOP, order, List.of(), KnownReferences.of(order)), 2);
        item.put("quantity", 3).put("current_quantity", 3);
        return ordered;
    }
}

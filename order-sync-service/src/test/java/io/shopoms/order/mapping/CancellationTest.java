package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.PresentOrder;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.fixtures.Refunds;
import io.shopoms.order.mapping.OrderChange.LineChange;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.order.mapping.returns.Movement;
import io.shopoms.order.mapping.returns.Movement.Progress;
import io.shopoms.order.mapping.returns.ReturnPlan;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.RawFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two sweaters (line 1) and a mug (line 2), cancelled in Shopify. */
class CancellationTest {

    private final ObjectNode payload =
            RecordedOrders.editableWebhook("two-lines-taxed-shipping").put("cancelled_at", "2026-11-20T00:00:00Z");
    private final SaleOrderState present = present();

    @Test
    void whatTheCustomerHasNothingOfIsCancelledAsAWhole() {
        assertThat(decision(present)).isInstanceOf(Cancellation.Whole.class);
        assertThat(decision(PresentOrder.with(present, Stage.CONFIRMED, false, true)))
                .as("packed, or all of it is back")
                .isInstanceOf(Cancellation.Whole.class);
    }

    @Test
    void deliveredGoodsThatNobodySpeaksOfWaitForAPerson() {
        // When
        Cancellation decision = decision(PresentOrder.delivered(present, 1, 1, 2));

        // Then
        assertThat(decision).isInstanceOfSatisfying(Cancellation.Unexplained.class, waiting -> {
            assertThat(waiting.failure().message()).contains("S00042", "goods of it have left: 1 x ");
            assertThat(waiting.failure().remedy()).contains("return in Odoo", "retry");
        });
    }

    @Test
    void goodsThatTheCustomerKeepsAreExplained() {
        // Given
        Refunds.add(payload, 51, 0, 2, "no_restock", 10);

        // Then
        assertThat(decision(PresentOrder.delivered(present, 1, 1, 2)))
                .isInstanceOfSatisfying(
                        Cancellation.Explained.class,
                        explained -> assertThat(explained.remark()).contains("1 x ", "kept by the customer"));
    }

    @Test
    void goodsOnTheWayBackAreExplained() {
        // Given
        Refunds.add(payload, 51, 0, 2, "return", 10);
        SaleOrderState shipped = PresentOrder.delivered(present, 1, 2, 2);

        // When
        Cancellation decision = Cancellation.of(order(), shipped, returning(shipped));

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Cancellation.Explained.class,
                        explained -> assertThat(explained.remark()).contains("2 x ", "on the way back"));
    }

    @Test
    void aRefundOfUnitsThatWereSaidToBeInTheHouseExplainsNothing() {
        // Given
        Refunds.add(payload, 51, 0, 2, "cancel", 10);

        // Then
        assertThat(decision(PresentOrder.delivered(present, 1, 2, 2))).isInstanceOf(Cancellation.Unexplained.class);
    }

    @Test
    void onlyWhatIsInTheHouseIsTakenOff() {
        // When
        OrderChange change =
                Cancellation.withoutUndelivered(PresentOrder.delivered(present, 1, 1, 2), ReturnPlan.none());

        // Then
        assertThat(change.lines()).extracting(LineChange::lineId).containsExactly(1L, 2L);
        assertThat(change.lines())
                .extracting(line -> line.quantity().orElseThrow().intValue())
                .containsExactly(1, 0);
        assertThat(change.lines())
                .as("without a price, Odoo would put the list price on the line")
                .allSatisfy(line -> assertThat(line.unitPrice()).isPresent());
    }

    private Cancellation decision(SaleOrderState state) {
        return Cancellation.of(order(), state, ReturnPlan.none());
    }

    private ReturnPlan returning(SaleOrderState state) {
        return ReturnPlan.of(
                order(),
                state,
                List.of(new Movement(
                        100,
                        100,
                        "WH/OUT/100",
                        Optional.empty(),
                        1,
                        2,
                        BigDecimal.valueOf(2),
                        Progress.DONE,
                        true,
                        Optional.empty(),
                        false)));
    }

    private ShopifyOrder order() {
        return OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP);
    }

    private static SaleOrderState present() {
        ShopifyOrder order = RecordedOrders.order("two-lines-taxed-shipping");
        ShopDomain shop = new ShopDomain("acme.myshopify.com");
        return PresentOrder.of(SaleOrderMapper.map(shop, order, List.of(), KnownReferences.of(order)), 2);
    }
}

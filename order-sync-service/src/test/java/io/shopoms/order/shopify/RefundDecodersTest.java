package io.shopoms.order.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefundDecodersTest {

    @Test
    void goodsShippingAdjustmentsAndMoneyOfARefundAreRead() {
        // When
        List<Refund> refunds = RecordedOrders.order("several-refunds").refunds();

        // Then
        assertThat(refunds)
                .hasSize(3)
                .isSortedAccordingTo((a, b) -> a.createdAt().compareTo(b.createdAt()));
        Refund second = refunds.get(1);
        assertThat(second.createdAt()).isEqualTo(Instant.parse("2026-11-19T16:00:00Z"));
        assertThat(second.note()).contains("Restocking fee kept");
        assertThat(second.lines())
                .extracting(
                        Refund.Line::quantity,
                        Refund.Line::restock,
                        line -> line.subtotal().toString(),
                        line -> line.tax().toString())
                .containsExactly(
                        tuple(2, RestockType.RETURN, "51.00 USD", "3.70 USD"),
                        tuple(1, RestockType.NO_RESTOCK, "11.00 USD", "0.80 USD"));
        assertThat(second.lines().get(0).locationId()).contains(new ShopifyId(7001));
        assertThat(second.shipping()).singleElement().satisfies(shipping -> {
            assertThat(shipping.subtotal()).hasToString("3.00 USD");
            assertThat(shipping.tax()).hasToString("0.22 USD");
            assertThat(shipping.shippingLineId()).isPresent();
        });
        assertThat(second.adjustments()).singleElement().satisfies(adjustment -> {
            assertThat(adjustment.reason()).isEqualTo("refund_discrepancy");
            assertThat(adjustment.amount()).hasToString("2.50 USD");
        });
        assertThat(second.paidBack("USD")).hasToString("67.22 USD");
        assertThat(refunds.get(2).paidBack("USD")).as("still pending").hasToString("0.00 USD");
        assertThat(refunds.get(2).adjusted("USD")).hasToString("-5.00 USD");
    }

    @Test
    void unitsTakenOffByAnEditAreARefundWithoutMoney() {
        // When
        ShopifyOrder order = RecordedOrders.order("edit-added-and-removed");

        // Then
        assertThat(order.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.transactions()).isEmpty();
            assertThat(refund.lines())
                    .singleElement()
                    .extracting(Refund.Line::restock)
                    .isEqualTo(RestockType.CANCEL);
        });
        assertThat(order.lines()).extracting(LineItem::currentQuantity).containsExactly(0, 1, 1);
    }

    @Test
    void refundedDutiesAreSummed() {
        assertThat(RecordedOrders.order("duties-refunded").refunds().get(0).duties())
                .hasToString("1.32 USD");
    }

    @Test
    void shippingRefundedAsAnAdjustmentCountsOnce() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("refund-of-shipping");
        ObjectNode refund = (ObjectNode) payload.withArray("refunds").get(0);
        ObjectNode adjustment = refund.putArray("order_adjustments").addObject();
        adjustment.put("kind", "shipping_refund").put("reason", "Shipping refund");
        adjustment.put("amount", "-20.00").put("tax_amount", "-1.45");

        // When
        Refund both = only(decode(payload));
        refund.putArray("refund_shipping_lines");
        Refund adjustmentAlone = only(decode(payload));

        // Then
        assertThat(both.adjustments()).isEmpty();
        assertThat(both.shipping()).hasSize(1);
        assertThat(adjustmentAlone.adjustments()).isEmpty();
        assertThat(adjustmentAlone.shipping()).singleElement().satisfies(shipping -> {
            assertThat(shipping.subtotal()).hasToString("20.00 USD");
            assertThat(shipping.tax()).hasToString("1.45 USD");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"refundLineItems", "refundShippingLines", "orderAdjustments", "transactions"})
    void aRefundWithMissingPagesIsRefused(String connection) {
        // Given
        ObjectNode node = RecordedOrders.editableGraphql("several-refunds");
        ((ObjectNode) node.at("/refunds/1/" + connection + "/pageInfo")).put("hasNextPage", true);

        // When / Then
        assertThatThrownBy(() -> OrderJson.decode(RawFormat.GRAPHQL, node.toString(), AmountsIn.SHOP))
                .hasMessageContaining("refunds[1]." + connection + ".pageInfo");
    }

    static Stream<BadField> badFields() {
        return Stream.of(
                new BadField("refunds", order -> order.put("refunds", "none")),
                new BadField("refunds", order -> refund(order).set("id", order.at("/refunds/0/id"))),
                new BadField("refunds", order -> line(order).put("line_item_id", 4)),
                new BadField("refunds", order -> line(order).put("quantity", 99)),
                new BadField("refunds[1].id", order -> refund(order).putNull("id")),
                new BadField("refunds[1].created_at", order -> refund(order).put("created_at", "today")),
                new BadField(
                        "refunds[1].refund_line_items[0].quantity",
                        order -> line(order).put("quantity", -2)),
                new BadField(
                        "refunds[1].refund_line_items[0].line_item_id",
                        order -> line(order).remove("line_item_id")),
                new BadField(
                        "refunds[1].refund_line_items[0].subtotal",
                        order -> line(order).put("subtotal", "fifty").remove("subtotal_set")),
                new BadField(
                        "refunds[1].refund_line_items[0].subtotal_set.shop_money.amount",
                        order -> ((ObjectNode) line(order).at("/subtotal_set/shop_money")).put("amount", "fifty")),
                new BadField(
                        "refunds[1].refund_line_items[0].total_tax_set.shop_money.currency_code",
                        order ->
                                ((ObjectNode) line(order).at("/total_tax_set/shop_money")).put("currency_code", "EUR")),
                new BadField(
                        "refunds[1].order_adjustments[0].amount",
                        order -> ((ObjectNode) refund(order).at("/order_adjustments/0"))
                                .put("amount", "NaN")
                                .remove("amount_set")),
                new BadField(
                        "refunds[1].transactions[0].amount",
                        order -> ((ObjectNode) refund(order).at("/transactions/0")).put("amount", "")),
                new BadField(
                        "refunds[1].transactions[0].amount",
                        order -> ((ObjectNode) refund(order).at("/transactions/0")).put("currency", "EUR")),
                new BadField(
                        "refunds[1].transactions[0].parent_id",
                        order -> ((ObjectNode) refund(order).at("/transactions/0")).put("parent_id", "first")));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void aBadFieldIsNamedInFull(BadField bad) {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("several-refunds");
        bad.change().accept(payload);

        // When / Then
        assertThatThrownBy(() -> decode(payload)).isInstanceOfSatisfying(SyncFailureException.class, e -> {
            assertThat(e.failure()).isInstanceOf(InvalidPayload.class);
            assertThat(e.failure().message()).contains(" " + bad.field() + " ");
            assertThat(e.failure().message()).doesNotContain("fifty", "today", "none");
        });
    }

    private static Refund only(ShopifyOrder order) {
        assertThat(order.refunds()).hasSize(1);
        return order.refunds().get(0);
    }

    private static ObjectNode refund(ObjectNode order) {
        return (ObjectNode) order.withArray("refunds").get(1);
    }

    private static ObjectNode line(ObjectNode order) {
        return (ObjectNode) refund(order).withArray("refund_line_items").get(0);
    }

    private static ShopifyOrder decode(ObjectNode payload) {
        return OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP);
    }

    record BadField(String field, Consumer<ObjectNode> change) {}
}

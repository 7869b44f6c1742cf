package io.shopoms.order.mapping.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.PresentOrder;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.mapping.SaleOrderMapper;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.RawFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two sweaters and a mug. */
class OdooProgressTest {

    private final ShopifyOrder order = RecordedOrders.order("two-lines-taxed-shipping");
    private final SaleOrderState confirmed = PresentOrder.with(present(order), Stage.CONFIRMED, false, false);

    @Test
    void stagesBeforeAndBesideShippingAreOdoosOwn() {
        assertThat(OdooProgress.of(PresentOrder.with(confirmed, Stage.QUOTATION, false, false), order))
                .isEqualTo(OdooProgress.QUOTATION);
        assertThat(OdooProgress.of(confirmed, order)).isEqualTo(OdooProgress.CONFIRMED);
        assertThat(OdooProgress.of(PresentOrder.with(confirmed, Stage.CANCELLED, false, true), order))
                .isEqualTo(OdooProgress.CANCELLED);
    }

    @Test
    void shippedIsWhatHasLeftInFull() {
        // Given
        SaleOrderState one = shipped(confirmed, 1, 2);
        SaleOrderState both = shipped(one, 2, 1);

        // Then
        assertThat(OdooProgress.of(shipped(confirmed, 1, 1), order)).isEqualTo(OdooProgress.PARTLY_SHIPPED);
        assertThat(OdooProgress.of(one, order)).isEqualTo(OdooProgress.PARTLY_SHIPPED);
        assertThat(OdooProgress.of(both, order)).isEqualTo(OdooProgress.SHIPPED);
    }

    @Test
    void whatIsBeingPackedHasBegun() {
        assertThat(OdooProgress.of(PresentOrder.with(confirmed, Stage.CONFIRMED, false, true), order))
                .isEqualTo(OdooProgress.PARTLY_SHIPPED);
    }

    @Test
    void aDownloadHoldsNothingBack() {
        // Given
        ShopifyOrder half = OrderJson.decode(
                RawFormat.WEBHOOK,
                RecordedOrders.changed(
                        RecordedOrders.webhook("two-lines-taxed-shipping"),
                        payload ->
                                ((ObjectNode) payload.withArray("line_items").get(1)).put("requires_shipping", false)),
                AmountsIn.SHOP);

        // Then
        assertThat(OdooProgress.of(shipped(confirmed, 1, 2), half)).isEqualTo(OdooProgress.SHIPPED);
    }

    @Test
    void returnedIsWhatWasOutsideAndIsWantedNoMore() {
        // Given
        ShopifyOrder gone = OrderJson.decode(
                RawFormat.WEBHOOK,
                RecordedOrders.changed(
                        RecordedOrders.webhook("two-lines-taxed-shipping"),
                        payload -> payload.withArray("line_items")
                                .forEach(line -> ((ObjectNode) line).put("current_quantity", 0))),
                AmountsIn.SHOP);
        SaleOrderState empty = PresentOrder.with(present(gone), Stage.CONFIRMED, false, true);

        // Then
        assertThat(OdooProgress.of(empty, gone)).isEqualTo(OdooProgress.RETURNED);
    }

    private static SaleOrderState shipped(SaleOrderState state, long line, int units) {
        return PresentOrder.with(PresentOrder.delivered(state, line, units, 2), Stage.CONFIRMED, false, true);
    }

    private static SaleOrderState present(ShopifyOrder order) {
        return PresentOrder.of(
                SaleOrderMapper.map(new ShopDomain("acme.myshopify.com"), order, List.of(), KnownReferences.of(order)),
                2);
    }
}

package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.sync.cache.RawFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

    private final Admission careful = new Admission(false);

    @ParameterizedTest
    @ValueSource(strings = {"two-lines-taxed-shipping", "cash-on-delivery", "edited", "dinar-everything-off"})
    void realOrdersGetAPlace(String name) {
        assertThat(careful.refusal(RecordedOrders.order(name))).isEmpty();
    }

    @Test
    void testOrdersAreIgnoredUnlessWanted() {
        assertThat(careful.refusal(RecordedOrders.order("test-gateway")))
                .hasValueSatisfying(why -> assertThat(why).contains("shopoms.orders.test-orders"));
        assertThat(new Admission(true).refusal(RecordedOrders.order("test-gateway")))
                .isEmpty();
    }

    @Test
    void ordersThatWereCancelledFirstNeverArrive() {
        assertThat(careful.refusal(RecordedOrders.order("cancelled"))).contains("cancelled before it reached Odoo");
    }

    @Test
    void voidedPaymentsNeverArrive() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        payload.put("financial_status", "voided");

        // When / Then
        assertThat(careful.refusal(OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP)))
                .isPresent();
    }

    @Test
    void ordersOfWhichNothingIsLeftNeverArrive() {
        // Given
        ObjectNode payload = RecordedOrders.editableWebhook("guest-download");
        ((ObjectNode) payload.withArray("line_items").get(0)).put("current_quantity", 0);
        payload.put("current_total_price", "0.00").remove("current_total_price_set");

        // When / Then
        assertThat(careful.refusal(OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP)))
                .contains("nothing left of it when it reached Odoo");
    }
}

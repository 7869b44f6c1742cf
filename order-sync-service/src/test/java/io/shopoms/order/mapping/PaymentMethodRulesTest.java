package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.RawFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentMethodRulesTest {

    private final PaymentMethodRules rules =
            new PaymentMethodRules(List.of("cash_on_delivery", "Cash on Delivery (COD)", "cod"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cash_on_delivery",
                "Cash on Delivery (COD)",
                "CASH ON DELIVERY",
                "cash-on-delivery",
                "COD",
                " cod "
            })
    void everySpellingOfCashOnDeliveryIsCod(String gateway) {
        assertThat(rules.of(paidThrough("pending", gateway))).contains(PaymentMethod.COD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"razorpay", "stripe", "shopify_payments", "manual", "codex", "barcode pay"})
    void everyOtherGatewayIsPrepaid(String gateway) {
        assertThat(rules.of(paidThrough("paid", gateway))).contains(PaymentMethod.PREPAID);
    }

    @Test
    void codBesideAnotherGatewayIsStillCod() {
        assertThat(rules.of(paidThrough("partially_paid", "gift_card", "cash_on_delivery")))
                .contains(PaymentMethod.COD);
    }

    @Test
    void nothingIsSaidBeforeAGatewayIsKnown() {
        assertThat(rules.of(paidThrough("pending"))).isEmpty();
    }

    @Test
    void anOrderForNothingIsPrepaid() {
        assertThat(rules.of(paidThrough("paid"))).contains(PaymentMethod.PREPAID);
    }

    private static ShopifyOrder paidThrough(String status, String... gateways) {
        ObjectNode payload = RecordedOrders.editableWebhook("two-lines-taxed-shipping");
        payload.put("financial_status", status);
        payload.putArray("payment_gateway_names");
        List.of(gateways).forEach(payload.withArray("payment_gateway_names")::add);
        return OrderJson.decode(RawFormat.WEBHOOK, payload.toString(), AmountsIn.SHOP);
    }
}

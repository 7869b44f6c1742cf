package io.shopoms.order.mapping.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.order.fixtures.BuiltItem;
import io.shopoms.order.fixtures.OrderBuilder;
import io.shopoms.order.mapping.PaymentMethod;
import io.shopoms.order.policy.OrderPolicy.UnpaidOrders;
import io.shopoms.order.shopify.FinancialStatus;
import io.shopoms.order.shopify.ShopifyOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentHoldTest {

    private static final Optional<PaymentMethod> PREPAID = Optional.of(PaymentMethod.PREPAID);

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "VOIDED", "EXPIRED"})
    void anOrderThatNobodyPaidWaits(FinancialStatus status) {
        assertThat(PaymentHold.reason(order("10.00", status), PREPAID, UnpaidOrders.HOLD))
                .isPresent();
        assertThat(PaymentHold.reason(order("10.00", status), Optional.empty(), UnpaidOrders.HOLD))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHORIZED", "PARTIALLY_PAID", "PAID", "PARTIALLY_REFUNDED"})
    void oneWithAPaymentOrAnAuthorisationDoesNot(FinancialStatus status) {
        assertThat(PaymentHold.reason(order("10.00", status), PREPAID, UnpaidOrders.HOLD))
                .isEmpty();
    }

    @Test
    void cashOnDeliveryAndOrdersForNothingNeverWait() {
        assertThat(PaymentHold.reason(
                        order("10.00", FinancialStatus.PENDING), Optional.of(PaymentMethod.COD), UnpaidOrders.HOLD))
                .isEmpty();
        assertThat(PaymentHold.reason(order("0.00", FinancialStatus.PENDING), PREPAID, UnpaidOrders.HOLD))
                .isEmpty();
    }

    @Test
    void byPolicyNothingWaits() {
        assertThat(PaymentHold.reason(order("10.00", FinancialStatus.PENDING), PREPAID, UnpaidOrders.CONFIRM))
                .isEmpty();
    }

    private static ShopifyOrder order(String price, FinancialStatus status) {
        return RefundedOrders.paid(
                OrderBuilder.in("USD").with(BuiltItem.of(11, 1, price)).build(), status);
    }
}

package io.shopoms.sandbox.shopify.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final String AUTHORIZED =
            "{\"lines\":[{\"sku\":\"A\",\"price\":\"30.00\"}],\"payments\":[{\"kind\":\"authorization\"}]}";

    private final ShopFixture store = new ShopFixture();

    @Test
    void anAuthorizedPaymentIsTakenInPartsUntilNothingIsHeld() {
        // Given
        Order order = store.place(AUTHORIZED);
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.AUTHORIZED);

        // When
        store.settlement.capture(order, new BigDecimal("10.00"));

        // Then
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.PARTIALLY_PAID);
        assertThat(order.payments().capturable().shopMoney().text()).isEqualTo("20.00");
        assertThat(store.lastTopics()).containsExactly("order_transactions/create", "orders/updated");
        store.settlement.capture(order, null);
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.PAID);
        assertThat(store.lastTopics()).containsExactly("order_transactions/create", "orders/paid", "orders/updated");
        assertThatThrownBy(() -> store.settlement.capture(order, null)).hasMessage("There is nothing to capture.");
    }

    @Test
    void moreThanIsHeldCannotBeTaken() {
        // Given
        Order order = store.place(AUTHORIZED);

        // When
        assertThatThrownBy(() -> store.settlement.capture(order, new BigDecimal("30.01")))
                .isInstanceOf(IllegalArgumentException.class);

        // Then
        assertThat(order.received().isZero()).isTrue();
    }

    @Test
    void aVoidedAuthorizationHoldsNothing() {
        // Given
        Order order = store.place(AUTHORIZED);

        // When
        store.settlement.voidAuthorization(order);

        // Then
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.VOIDED);
        assertThat(order.payments().capturable().isZero()).isTrue();
        assertThat(order.transactions().get(1).parent())
                .isSameAs(order.transactions().get(0));
        assertThatThrownBy(() -> store.settlement.voidAuthorization(order)).hasMessage("There is nothing to void.");
    }

    @Test
    void cancellingReleasesWhatIsHeld() {
        // Given
        Order order = store.place(AUTHORIZED);

        // When
        store.cancelling.cancel(order, Cancellation.of("declined", true));

        // Then
        assertThat(order.transactions())
                .extracting(Transaction::kind)
                .containsExactly(Transaction.Kind.AUTHORIZATION, Transaction.Kind.VOID);
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.VOIDED);
    }

    @Test
    void cashOnDeliveryIsPaidInPartsByTheGatewayThatPromisedIt() {
        // Given
        Order order =
                store.place("{\"gateway\":\"Cash on Delivery (COD)\",\"lines\":[{\"sku\":\"A\",\"price\":\"30.00\"}]}");

        // When
        store.settlement.pay(order, new BigDecimal("10.00"));

        // Then
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.PARTIALLY_PAID);
        assertThat(order.outstanding().shopMoney().text()).isEqualTo("20.00");
        assertThat(order.transactions().get(1).gateway()).isEqualTo("Cash on Delivery (COD)");
        assertThat(order.transactions().get(1).parent())
                .isSameAs(order.transactions().get(0));
        assertThatThrownBy(() -> store.settlement.pay(order, new BigDecimal("20.01")))
                .hasMessage("Order cannot be marked as paid.");
    }

    @Test
    void whatAnEditAddedToAPaidOrderIsPaidByHand() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"price\":\"10.00\"}]}");
        store.editing.edit(order, OrderEdit.quantity("A", 2));

        // When
        store.settlement.pay(order);

        // Then
        assertThat(order.transactions().get(1).gateway()).isEqualTo("manual");
        assertThat(order.payments().gateways()).containsExactly("shopify_payments", "manual");
    }

    @Test
    void aFailedPaymentCountsForNothing() {
        // When
        Order order = store.place(
                "{\"payments\":[{\"status\":\"failure\",\"amount\":\"5.00\"},{\"gateway\":\"manual\",\"status\":\"pending\"}]}");

        // Then
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.PENDING);
        assertThat(order.received().isZero()).isTrue();
    }

    @Test
    void anOrderCancelledWithoutARefundOwesTheBuyerWhatWasPaid() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"price\":\"10.00\"}]}");

        // When
        store.cancelling.cancel(order, new Cancellation("customer", false, false, "later"));

        // Then
        assertThat(order.outstanding().shopMoney().text()).isEqualTo("-10.00");
        assertThat(order.refunds().get(0).transactions()).isEmpty();
        assertThat(order.refunds().get(0).lines().get(0).restock()).isEqualTo(Refund.Restock.NO_RESTOCK);
        store.refunding.refund(order, RefundWish.ofAmount("10.00"));
        assertThat(order.refunds().get(1).adjustments()).isEmpty();
        assertThat(order.outstanding().isZero()).isTrue();
    }
}

package io.shopoms.sandbox.shopify.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundingTest {

    private static final String THREE_WITH_TAX = "{\"lines\":[{\"sku\":\"A\",\"quantity\":3,\"price\":\"10.00\"}],"
            + "\"discount\":{\"amount\":\"1.00\"},\"taxRate\":\"0.10\",\"shipping\":{\"price\":\"4.90\"}}";

    private final ShopFixture store = new ShopFixture();

    @Test
    void refundsOfOneUnitAfterTheOtherAddUpToTheLine() {
        // Given 3 × 10.00 less 1.00 with 10 %: 29.00 and 2.90
        Order order = store.place(THREE_WITH_TAX);

        // When
        Refund first = store.refund(order, unit("cancel"));
        Refund second = store.refund(order, unit("cancel"));
        Refund third = store.refund(order, unit("cancel"));

        // Then
        assertThat(first.lines().get(0).subtotal().shopMoney().text()).isEqualTo("9.67");
        assertThat(second.lines().get(0).subtotal().shopMoney().text()).isEqualTo("9.66");
        assertThat(third.lines().get(0).subtotal().shopMoney().text()).isEqualTo("9.67");
        assertThat(order.refunded().shopMoney().text()).isEqualTo("31.90");
        assertThat(current(order)).isEqualTo("5.39");
        assertThat(order.outstanding().isZero()).isTrue();
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.PARTIALLY_REFUNDED);
    }

    @Test
    void aRefundIsAnnouncedWithItsTransactionAndItsOrder() {
        // Given
        Order order = store.place(THREE_WITH_TAX);

        // When
        store.refund(order, unit("cancel"));

        // Then
        assertThat(store.lastTopics()).containsExactly("refunds/create", "order_transactions/create", "orders/updated");
    }

    @Test
    void cancelledUnitsAreNotShippedAnyMoreButUnitsThatAreNotRestockedAre() {
        // Given
        Order order = store.place(THREE_WITH_TAX);

        // When
        store.refund(order, unit("cancel"));
        store.refund(order, unit("no_restock"));

        // Then
        LineItem line = order.lines().get(0);
        assertThat(line.currentQuantity()).isEqualTo(1);
        assertThat(line.fulfillableQuantity()).isEqualTo(2);
        assertThat(order.fulfillmentOrders().get(0).lines().get(0).remaining()).isEqualTo(2);
        assertThat(order.refunds().get(0).lines().get(0).location()).isEqualTo(store.shop.location(null));
        assertThat(order.refunds().get(1).lines().get(0).location()).isNull();
    }

    @Test
    void onlyShippedUnitsCanBeReturnedAndOnlyOpenOnesCancelled() {
        // Given
        Order order = store.place(THREE_WITH_TAX);
        store.ship(order, 0, 2);

        // When
        store.refund(order, unit("return"));

        // Then
        assertThat(order.lines().get(0).fulfillableQuantity()).isEqualTo(1);
        assertThatThrownBy(() ->
                        store.refund(order, "{\"lines\":[{\"sku\":\"A\",\"quantity\":2,\"restock\":\"cancel\"}]}"))
                .hasMessageContaining("not shipped");
        assertThatThrownBy(() -> store.refund(order, "{\"lines\":[{\"sku\":\"A\",\"quantity\":3}]}"))
                .hasMessage("Refund cannot refund more items than were purchased");
        assertThat(order.refunds()).hasSize(1);
    }

    @Test
    void moneyAloneIsAnAdjustmentInTheBuyersFavour() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"price\":\"50.00\"}]}");

        // When
        Refund refund = store.refunding.refund(order, RefundWish.ofAmount("10.00"));

        // Then
        assertThat(refund.adjustments().get(0).amount().shopMoney().text()).isEqualTo("-10.00");
        assertThat(refund.adjustments().get(0).reason()).isEqualTo(Refund.Reason.REFUND_DISCREPANCY);
        assertThat(current(order)).isEqualTo("40.00");
        assertThat(order.prices().current(OrderAmounts::subtotal).shopMoney().text())
                .isEqualTo("50.00");
        assertThat(order.outstanding().isZero()).isTrue();
    }

    @Test
    void lessThanTheLineIsWorthIsAnAdjustmentInTheMerchantsFavour() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"price\":\"50.00\"}]}");

        // When
        Refund refund = store.refund(
                order,
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":1,\"restock\":\"cancel\"}],\"amount\":\"45.00\",\"reason\":\"restock\"}");

        // Then
        assertThat(refund.total().shopMoney().text()).isEqualTo("45.00");
        assertThat(refund.adjustments().get(0).amount().shopMoney().text()).isEqualTo("5.00");
        assertThat(refund.adjustments().get(0).reason()).isEqualTo(Refund.Reason.RESTOCK);
        assertThat(order.outstanding().isZero()).isTrue();
    }

    @Test
    void theLastRefundBalancesWhatWasGivenBackBefore() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"price\":\"50.00\"}]}");
        store.refunding.refund(order, RefundWish.ofAmount("10.00"));

        // When
        Refund last = store.refunding.refund(order, RefundWish.ofLine("A", 1, "cancel"));

        // Then
        assertThat(last.total().shopMoney().text()).isEqualTo("40.00");
        assertThat(last.adjustments().get(0).amount().shopMoney().text()).isEqualTo("10.00");
        assertThat(last.adjustments().get(0).reason()).isEqualTo(Refund.Reason.FULL_RETURN_BALANCING_ADJUSTMENT);
        assertThat(current(order)).isEqualTo("0.00");
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.REFUNDED);
    }

    @Test
    void shippingIsGivenBackWithItsTaxAndNeverTwice() {
        // Given
        Order order = store.place(THREE_WITH_TAX);

        // When
        Refund part = store.refund(order, "{\"shippingAmount\":\"2.00\"}");
        Refund rest = store.refund(order, "{\"shipping\":true}");
        Refund nothing = store.refund(order, "{\"shipping\":true}");

        // Then
        assertThat(part.shipping().get(0).subtotal().shopMoney().text()).isEqualTo("2.00");
        assertThat(part.shipping().get(0).tax().shopMoney().text()).isEqualTo("0.20");
        assertThat(rest.shipping().get(0).subtotal().shopMoney().text()).isEqualTo("2.90");
        assertThat(nothing.shipping()).isEmpty();
        assertThat(order.refunded().shopMoney().text()).isEqualTo("5.39");
        assertThat(order.prices().current(OrderAmounts::shippingNet).shopMoney().text())
                .isEqualTo("0.00");
    }

    @Test
    void theDutiesOfRefundedUnitsGoBackInProportion() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"quantity\":3,\"price\":\"10.00\","
                + "\"duties\":[{\"harmonizedSystemCode\":\"520300\",\"price\":\"1.00\"}]}]}");

        // When
        Refund one = store.refund(
                order, "{\"lines\":[{\"sku\":\"A\",\"quantity\":1,\"restock\":\"cancel\"}],\"duties\":true}");
        Refund two = store.refund(
                order, "{\"lines\":[{\"sku\":\"A\",\"quantity\":2,\"restock\":\"cancel\"}],\"duties\":true}");

        // Then
        assertThat(one.duties().get(0).amount().shopMoney().text()).isEqualTo("0.33");
        assertThat(two.duties().get(0).amount().shopMoney().text()).isEqualTo("0.67");
        assertThat(one.total().shopMoney().text()).isEqualTo("10.33");
        assertThat(current(order)).isEqualTo("0.00");
    }

    @Test
    void aRefundThatTakesTimeMovesNothingYet() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"price\":\"50.00\"}]}");

        // When
        Refund refund = store.refund(
                order, "{\"lines\":[{\"sku\":\"A\",\"quantity\":1,\"restock\":\"cancel\"}],\"pending\":true}");

        // Then
        assertThat(refund.transactions().get(0).status()).isEqualTo(Transaction.Status.PENDING);
        assertThat(refund.total().isZero()).isTrue();
        assertThat(refund.adjustments().get(0).reason()).isEqualTo(Refund.Reason.PENDING_REFUND_DISCREPANCY);
        assertThat(refund.adjustments().get(0).reason().label()).isEqualTo("Refund discrepancy");
        assertThat(refund.adjustments().get(0).amount().shopMoney().text()).isEqualTo("50.00");
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.PAID);
    }

    @Test
    void takingUnitsOffAnUnpaidOrderMovesNoMoneyAndLeavesLessToPay() {
        // Given
        Order order =
                store.place("{\"gateway\":\"manual\",\"lines\":[{\"sku\":\"A\",\"quantity\":2,\"price\":\"10.00\"}]}");

        // When
        Refund refund = store.refunding.refund(order, RefundWish.ofLine("A", 1, "cancel"));

        // Then
        assertThat(refund.transactions()).isEmpty();
        assertThat(refund.adjustments()).isEmpty();
        assertThat(order.outstanding().shopMoney().text()).isEqualTo("10.00");
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.PENDING);
    }

    @Test
    void moneyGoesBackTheWayItCameAndToTheGiftCardLast() {
        // Given 30.00, of which a gift card paid 12.00
        Order order = store.place(
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":3,\"price\":\"10.00\"}],"
                        + "\"payments\":[{\"gateway\":\"gift_card\",\"amount\":\"12.00\"},{\"gateway\":\"shopify_payments\"}]}");

        // When
        Refund refund = store.refunding.refund(order, RefundWish.ofAmount("20.00"));

        // Then
        assertThat(refund.transactions())
                .extracting(Transaction::gateway)
                .containsExactly("shopify_payments", "gift_card");
        assertThat(refund.transactions())
                .extracting(each -> each.amount().shopMoney().text())
                .containsExactly("18.00", "2.00");
        assertThat(refund.transactions().get(1).parent())
                .isSameAs(order.transactions().get(0));
    }

    @Test
    void moreThanWasPaidIsRefusedUnlessAskedFor() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"price\":\"10.00\"}]}");

        // When
        assertThatThrownBy(() -> store.refunding.refund(order, RefundWish.ofAmount("10.01")))
                .hasMessage("Refund amount cannot exceed the available amount.");
        Refund refund = store.refund(order, "{\"amount\":\"12.00\",\"allowOverRefunding\":true}");

        // Then
        assertThat(refund.total().shopMoney().text()).isEqualTo("12.00");
        assertThat(order.netPayment().shopMoney().text()).isEqualTo("-2.00");
    }

    @Test
    void theBuyersCurrencyIsGivenBackInWholeToo() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"quantity\":3,\"price\":\"9.99\"}],\"taxRate\":\"0.19\","
                + "\"presentmentCurrency\":\"EUR\",\"exchangeRate\":\"0.917\"}");

        // When
        store.refund(order, unit("cancel"));
        store.refund(order, unit("cancel"));
        store.refund(order, unit("cancel"));

        // Then
        assertThat(order.refunded()).isEqualTo(order.received());
        assertThat(order.refunded().presentmentMoney().currencyCode()).isEqualTo("EUR");
        assertThat(order.outstanding().isZero()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lines\":[{\"quantity\":1}]}",
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":0}]}",
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":1,\"restock\":\"burn\"}]}",
                "{\"lines\":[{\"sku\":\"B\",\"quantity\":1}]}",
                "{\"amount\":\"-1\"}",
                "{\"reason\":\"boredom\"}",
                "{\"colour\":\"red\"}"
            })
    void aRefundThatMakesNoSenseIsRefused(String wish) {
        // Given
        Order order = store.place(THREE_WITH_TAX);

        // When
        assertThatThrownBy(() -> store.refund(order, wish)).isInstanceOf(IllegalArgumentException.class);

        // Then
        assertThat(order.refunds()).isEmpty();
        assertThat(order.lines().get(0).currentQuantity()).isEqualTo(3);
    }

    private static String unit(String restock) {
        return "{\"lines\":[{\"sku\":\"A\",\"quantity\":1,\"restock\":\"" + restock + "\"}]}";
    }

    private static String current(Order order) {
        return order.prices().current(OrderAmounts::total).shopMoney().text();
    }
}

package io.shopoms.sandbox.shopify.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderLifeTest {

    private final ShopFixture store = new ShopFixture();

    @ParameterizedTest
    @CsvSource({
        "shopify_payments, PAID",
        "bogus, PAID",
        "manual, PENDING",
        "cash_on_delivery, PENDING",
        "Cash on Delivery (COD), PENDING",
        "Bank Deposit, PENDING"
    })
    void theGatewayDecidesWhetherAnOrderIsPaid(String gateway, FinancialStatus expected) {
        assertThat(store.place("{\"gateway\":\"" + gateway + "\"}").financialStatus())
                .isEqualTo(expected);
    }

    @Test
    void aPaidOrderIsAnnouncedAsCreatedPaidAndUpdated() {
        // When
        store.place("{}");

        // Then
        assertThat(store.lastTopics())
                .containsExactly(
                        "customers/create",
                        "order_transactions/create",
                        "orders/create",
                        "orders/paid",
                        "orders/updated");
    }

    @Test
    void timesHaveWholeSecondsSoTwoChangesCanHaveTheSame() {
        // Given
        Order order = store.place("{}");
        store.pass(Duration.ofMillis(200));

        // When
        store.editing.touch(order);

        // Then
        assertThat(order.updatedAt()).isEqualTo(order.createdAt());
        assertThat(order.updatedAt().getNano()).isZero();
    }

    @Test
    void idsAreMoreThanADoubleCanHold() {
        assertThat(store.place("{}").id()).isGreaterThan(1L << 53);
    }

    @Test
    void payingReceivesWhatIsOutstandingOnce() {
        // Given
        Order order = store.place("{\"gateway\":\"manual\"}");

        // When
        store.settlement.pay(order);

        // Then
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.PAID);
        assertThat(order.outstanding().shopMoney().text()).isEqualTo("0.00");
        assertThat(store.lastTopics()).containsExactly("order_transactions/create", "orders/paid", "orders/updated");
        assertThatThrownBy(() -> store.settlement.pay(order)).hasMessage("Order cannot be marked as paid.");
    }

    @Test
    void fewerUnitsLowerTheCurrentAmountsAndWhatIsToBeShipped() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"quantity\":3,\"price\":\"10.00\"}]}");

        // When
        store.editing.edit(order, OrderEdit.quantity("A", 1));

        // Then
        LineItem line = order.lines().get(0);
        assertThat(line.quantity()).isEqualTo(3);
        assertThat(line.currentQuantity()).isEqualTo(1);
        assertThat(order.prices().ordered(OrderAmounts::total).shopMoney().text())
                .isEqualTo("30.00");
        assertThat(order.prices().current(OrderAmounts::total).shopMoney().text())
                .isEqualTo("10.00");
        assertThat(order.fulfillmentOrders().get(0).lines().get(0).remaining()).isEqualTo(1);
        assertThat(order.edited()).isTrue();
    }

    @Test
    void moreUnitsAndANewLineLeaveSomethingToPayAndToShip() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"quantity\":1,\"price\":\"10.00\"}]}");

        // When
        store.editing.edit(
                order,
                new OrderEdit(
                        List.of(
                                new OrderEdit.Line("A", 2, null, null),
                                new OrderEdit.Line("B", 1, "Bag", new BigDecimal("5.00"))),
                        null,
                        null,
                        "be quick",
                        null,
                        null,
                        null,
                        null));

        // Then
        assertThat(order.outstanding().shopMoney().text()).isEqualTo("15.00");
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.PARTIALLY_PAID);
        assertThat(order.details().note()).isEqualTo("be quick");
        assertThat(order.fulfillmentOrders()).hasSize(1);
        assertThat(order.fulfillmentOrders().get(0).lines())
                .extracting(FulfillmentOrder.Line::remaining)
                .containsExactly(2, 1);
    }

    @Test
    void shippedUnitsCannotBeRemovedAndThenNothingChanges() {
        // Given
        Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"quantity\":3},{\"sku\":\"B\",\"quantity\":1}]}");
        store.ship(order, 0, 2);

        // When
        assertThatThrownBy(() -> store.editing.edit(
                        order,
                        new OrderEdit(
                                List.of(new OrderEdit.Line("B", 5, null, null), new OrderEdit.Line("A", 1, null, null)),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)))
                .hasMessage("2 of A are shipped");

        // Then
        assertThat(order.lines().get(1).currentQuantity()).isEqualTo(1);
    }

    @Test
    void cancellingAPaidOrderGivesTheMoneyAndTheUnitsBack() {
        // Given
        Order order = store.place("{\"taxRate\":\"0.1\",\"shipping\":{\"price\":\"4.90\"}}");

        // When
        store.cancelling.cancel(order, Cancellation.of("customer", true));

        // Then
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.REFUNDED);
        assertThat(order.refunds()).hasSize(1);
        assertThat(order.refunded()).isEqualTo(order.received());
        assertThat(order.transactions().get(1).parent())
                .isSameAs(order.transactions().get(0));
        assertThat(order.prices().current(OrderAmounts::total).shopMoney().text())
                .isEqualTo("0.00");
        assertThat(order.fulfillmentOrders().get(0).status()).isEqualTo(FulfillmentOrder.Status.CANCELLED);
        assertThat(store.lastTopics())
                .containsExactly("refunds/create", "order_transactions/create", "orders/cancelled", "orders/updated");
    }

    @Test
    void cancellingAnUnpaidOrderVoidsIt() {
        // Given
        Order order = store.place("{\"gateway\":\"manual\"}");

        // When
        store.cancelling.cancel(order, Cancellation.of("fraud", false));

        // Then
        assertThat(order.financialStatus()).isEqualTo(FinancialStatus.VOIDED);
        assertThat(order.outstanding().shopMoney().text()).isEqualTo("0.00");
        assertThatThrownBy(() -> store.cancelling.cancel(order, Cancellation.of("fraud", false)))
                .hasMessage("Cannot cancel an order that has already been canceled");
        assertThatThrownBy(() -> store.editing.edit(order, OrderEdit.quantity("MUG-1", 2)))
                .hasMessageContaining("is cancelled");
    }

    @Test
    void theBuyersCurrencyIsPricedByItselfSoItsSumsAgreeToo() {
        // Given
        Order order = store.place(
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":3,\"price\":\"9.99\"}],\"discount\":{\"amount\":\"1\"},"
                        + "\"taxRate\":\"0.19\",\"presentmentCurrency\":\"EUR\",\"exchangeRate\":\"0.917\"}");

        // When
        MoneyBag total = order.prices().ordered(OrderAmounts::total);

        // Then
        assertThat(total.shopMoney().text()).isEqualTo("34.47");
        assertThat(total.presentmentMoney().currencyCode()).isEqualTo("EUR");
        // 3 × 9.16 − 0.92 = 26.56, and 19 % of it 5.05
        assertThat(total.presentmentMoney().text()).isEqualTo("31.61");
    }

    @Test
    void anAnonymousOrderHasNeitherBuyerNorAddress() {
        // When
        Order order = store.place("{\"anonymous\":true}");

        // Then
        assertThat(order.customer()).isEmpty();
        assertThat(order.details().email()).isNull();
        assertThat(order.details().shippingAddress()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":0}]}",
                "{\"lines\":[{\"sku\":\"A\",\"price\":\"-1\"}]}",
                "{\"colour\":\"red\"}",
                "{\"taxRate\":\"abc\"}",
                "{\"discount\":{\"amount\":\"1\",\"percentage\":\"2\"}}",
                "{\"createdAt\":\"yesterday\"}",
                "{\"currency\":\"XXXX\"}"
            })
    void anOrderThatMakesNoSenseIsRefused(String draft) {
        assertThatThrownBy(() -> store.place(draft)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.shop.orders()).isEmpty();
    }
}

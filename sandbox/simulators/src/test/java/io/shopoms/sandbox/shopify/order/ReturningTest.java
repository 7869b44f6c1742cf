package io.shopoms.sandbox.shopify.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReturningTest {

    private final ShopFixture store = new ShopFixture();
    private final Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"quantity\":2,\"price\":\"20.00\"}]}");

    @Test
    void whatComesBackIsRefundedAndInStockAgain() {
        // Given
        store.ship(order, 0, 2);

        // When
        OrderReturn taken = store.returning.take(order, returned(1));

        // Then
        Refund refund = order.refunds().get(0);
        assertThat(taken.name()).isEqualTo("#1001-R1");
        assertThat(refund.settledReturn()).contains(taken);
        assertThat(refund.lines().get(0).restock()).isEqualTo(Refund.Restock.RETURN);
        assertThat(refund.total().shopMoney().text()).isEqualTo("20.00");
        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");
        assertThat(store.lastTopics()).containsExactly("refunds/create", "order_transactions/create", "orders/updated");
    }

    @Test
    void anExchangeIsANewLineAndTheDifferenceIsRefunded() {
        // Given
        store.ship(order, 0, 2);

        // When
        store.returning.take(
                order,
                new ReturnWish(List.of(new ReturnWish.Line("A", 1)), List.of(DraftLine.of("B", "Other", 1, "15.00"))));

        // Then
        assertThat(order.lines()).hasSize(2);
        assertThat(order.lines().get(1).fulfillableQuantity()).isEqualTo(1);
        assertThat(order.refunds().get(0).total().shopMoney().text()).isEqualTo("5.00");
        assertThat(order.refunds().get(0).adjustments()).isEmpty();
        assertThat(order.outstanding().isZero()).isTrue();
    }

    @Test
    void aDearerExchangeLeavesTheDifferenceToBePaid() {
        // Given
        store.ship(order, 0, 2);

        // When
        store.returning.take(
                order,
                new ReturnWish(List.of(new ReturnWish.Line("A", 1)), List.of(DraftLine.of("B", "Other", 1, "27.00"))));

        // Then
        assertThat(order.refunds().get(0).transactions()).isEmpty();
        assertThat(order.outstanding().shopMoney().text()).isEqualTo("7.00");
    }

    @Test
    void unitsThatWereNeverShippedCannotComeBack() {
        // When
        assertThatThrownBy(() -> store.returning.take(order, returned(1))).hasMessageContaining("were shipped");

        // Then
        assertThat(order.returns()).isEmpty();
    }

    private static ReturnWish returned(int units) {
        return new ReturnWish(List.of(new ReturnWish.Line("A", units)), List.of());
    }
}

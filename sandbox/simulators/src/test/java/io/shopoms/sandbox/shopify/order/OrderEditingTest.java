package io.shopoms.sandbox.shopify.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderEditingTest {

    private final ShopFixture store = new ShopFixture();
    private final Order order = store.place("{\"lines\":[{\"sku\":\"A\",\"quantity\":3,\"price\":\"10.00\"},"
            + "{\"title\":\"Engraving\",\"price\":\"5.00\"}],\"taxRate\":\"0.1\",\"shipping\":{\"price\":\"4.00\"}}");

    @Test
    void anEditTellsWhatCameAndWhatWentBeforeTheOrder() {
        // When
        edit("{\"lines\":[{\"sku\":\"A\",\"quantity\":1},{\"sku\":\"B\",\"quantity\":2,\"price\":\"7.00\"}]}");

        // Then
        StoreChange change = store.changes.get(store.changes.size() - 1);
        assertThat(change.topics()).containsExactly("orders/edited", "orders/updated");
        CommittedEdit committed = (CommittedEdit) change.events().get(0).about();
        assertThat(committed.removed()).extracting(CommittedEdit.Units::units).containsExactly(2);
        assertThat(committed.added()).extracting(CommittedEdit.Units::units).containsExactly(2);
    }

    @Test
    void aLineWithoutASkuIsNamedByItsTitle() {
        // When
        edit("{\"lines\":[{\"sku\":\"Engraving\",\"quantity\":0}]}");

        // Then
        assertThat(order.lines()).hasSize(2);
        assertThat(order.lines().get(1).currentQuantity()).isZero();
    }

    @Test
    void shippingIsAddedAndRemovedAndTheRemovedLineStaysAtNoCost() {
        // When
        edit("{\"removeShipping\":\"Standard\",\"addShipping\":{\"title\":\"Express\",\"price\":\"9.00\"}}");

        // Then
        assertThat(order.charges().shipping()).extracting(ShippingLine::removed).containsExactly(true, false);
        assertThat(order.prices().current(OrderAmounts::shippingNet).shopMoney().text())
                .isEqualTo("9.00");
        // 35.00 + 9.00 and 10 %, of which 42.90 is paid
        assertThat(order.outstanding().shopMoney().text()).isEqualTo("5.50");
        assertThat(order.originalTotal().shopMoney().text()).isEqualTo("42.90");
        assertThatThrownBy(() -> edit("{\"removeShipping\":\"Standard\"}")).hasMessageContaining("no shipping line");
    }

    @Test
    void detailsAloneAreNoEdit() {
        // When
        edit("{\"note\":\"Ring twice\",\"tags\":[\"vip\"],\"shippingAddress\":{\"city\":\"Boston\"}}");

        // Then
        assertThat(store.lastTopics()).containsExactly("orders/updated");
        assertThat(order.edited()).isFalse();
        assertThat(order.details().shippingAddress().city()).isEqualTo("Boston");
    }

    @Test
    void fewerUnitsOfAPaidOrderAreOwedToTheBuyerUntilTheyAreRefunded() {
        // Given
        edit("{\"lines\":[{\"sku\":\"A\",\"quantity\":2}]}");
        assertThat(order.outstanding().shopMoney().text()).isEqualTo("-11.00");

        // When
        Refund refund = store.refunding.refund(order, RefundWish.ofAmount("11.00"));

        // Then
        assertThat(refund.adjustments()).isEmpty();
        assertThat(order.outstanding().isZero()).isTrue();
    }

    @Test
    void aDeletedOrderIsGoneAndOnlyItsIdIsTold() {
        // When
        store.editing.delete(order);

        // Then
        assertThat(store.shop.orders()).isEmpty();
        assertThat(store.changes.get(store.changes.size() - 1).events())
                .isEqualTo(List.of(new StoreEvent("orders/delete", new DeletedOrder(order.id()))));
    }

    private void edit(String edit) {
        try {
            store.editing.edit(order, OrderEdit.from(Json.MAPPER.readTree(edit)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

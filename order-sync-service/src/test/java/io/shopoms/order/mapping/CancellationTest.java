package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.PresentOrder;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.order.shopify.ShopifyOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancellationTest {

    private final SaleOrderState present = present();

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whatIsUndeliveredAndUnlockedCanBeCancelled(Stage stage) {
        assertThat(Cancellation.obstacle(PresentOrder.with(present, stage, false, false)))
                .isEmpty();
    }

    @Test
    void deliveredGoodsAreNeverCancelledSilently() {
        assertThat(Cancellation.obstacle(PresentOrder.delivered(present, 1, 1, 2)))
                .hasValueSatisfying(failure -> {
                    assertThat(failure.message()).contains("S00042", "delivered");
                    assertThat(failure.remedy()).contains("return");
                });
        assertThat(Cancellation.obstacle(PresentOrder.with(present, Stage.CONFIRMED, false, true)))
                .isPresent();
    }

    @Test
    void aLockedOrderSaysSo() {
        assertThat(Cancellation.obstacle(PresentOrder.with(present, Stage.CONFIRMED, true, false)))
                .hasValueSatisfying(failure -> assertThat(failure.message()).contains("locked"));
    }

    @Test
    void whatIsCancelledAlreadyHasNoObstacle() {
        assertThat(Cancellation.obstacle(PresentOrder.with(present, Stage.CANCELLED, true, true)))
                .isEmpty();
    }

    private static SaleOrderState present() {
        ShopifyOrder order = RecordedOrders.order("two-lines-taxed-shipping");
        ShopDomain shop = new ShopDomain("acme.myshopify.com");
        return PresentOrder.of(SaleOrderMapper.map(shop, order, List.of(), KnownReferences.of(order)), 2);
    }
}

package io.shopoms.inventory;

import static io.shopoms.inventory.fixtures.Levels.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopifyId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnheardOrdersTest {

    private static final ShopifyId ONE = new ShopifyId(1);
    private static final ShopifyId TWO = new ShopifyId(2);

    @Test
    void anOrderIsMissingUntilItsLastChangeWasHeardOf() {
        assertThat(UnheardOrders.isMissing(Map.of(ONE, NOON), Map.of())).isTrue();
        assertThat(UnheardOrders.isMissing(Map.of(ONE, NOON), Map.of(ONE, NOON.minusSeconds(1))))
                .isTrue();
        assertThat(UnheardOrders.isMissing(Map.of(ONE, NOON), Map.of(ONE, NOON)))
                .isFalse();
        assertThat(UnheardOrders.isMissing(Map.of(ONE, NOON, TWO, NOON), Map.of(ONE, NOON.plusSeconds(1))))
                .isTrue();
        assertThat(UnheardOrders.isMissing(Map.of(), Map.of())).isFalse();
    }
}

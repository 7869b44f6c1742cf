package io.shopoms.inventory.shopify;

import static io.shopoms.inventory.shopify.StockSide.STORE;
import static io.shopoms.inventory.shopify.StockSide.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.inventory.fixtures.RecordedShopify;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopifyLocationsTest {

    private final RecordedShopify shopify = new RecordedShopify();
    private final ShopifyLocations locations = new ShopifyLocations(shopify);

    @Test
    void allPagesAreRead() {
        // Given
        shopify.answer(page(location(1, "Warehouse", true), "c1")).answer(page(location(2, "Old shop", false), null));

        // When
        List<ShopifyLocation> read = answer(locations.list(STORE));

        // Then
        assertThat(read)
                .containsExactly(
                        new ShopifyLocation(new ShopifyId(1), "Warehouse", true, true),
                        new ShopifyLocation(new ShopifyId(2), "Old shop", false, true));
        assertThat(shopify.calls().get(1).variables().path("after").asText()).isEqualTo("c1");
    }

    @Test
    void anEmptyListIsNotBelieved() {
        // Given
        shopify.answer(page("", null));

        // Then
        assertThatThrownBy(() -> answer(locations.list(STORE))).isInstanceOf(SyncFailureException.class);
    }

    private static String location(long id, String name, boolean active) {
        return "{\"id\":\"gid://shopify/Location/" + id + "\",\"name\":\"" + name + "\",\"isActive\":" + active
                + ",\"fulfillsOnlineOrders\":true}";
    }

    private static String page(String nodes, String next) {
        return "{\"locations\":{\"nodes\":[" + nodes + "],\"pageInfo\":{\"hasNextPage\":" + (next != null)
                + ",\"endCursor\":" + (next == null ? null : "\"" + next + "\"") + "}}}";
    }
}

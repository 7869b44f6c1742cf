package io.shopoms.catalog.shopify;

import static io.shopoms.catalog.shopify.ShopifySide.STORE;
import static io.shopoms.catalog.shopify.ShopifySide.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.catalog.fixtures.SimulatedShopify;
import io.shopoms.model.ShopifyId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingProductsTest {

    @Test
    void whatShopifyDoesNotHaveIsNamed() {
        try (SimulatedShopify shopify = new SimulatedShopify()) {
            // Given
            ShopifyId there = new ShopifyId(
                    shopify.simulator().catalog().create("A-1", "There", "1.00").id());
            ShopifyId gone = new ShopifyId(123);

            // When
            List<ShopifyId> missing = answer(new ShopifyProducts(shopify).missing(STORE, List.of(there, gone)));

            // Then
            assertThat(missing).containsExactly(gone);
        }
    }
}

package io.shopoms.order.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.odoo.ExternalId;
import org.junit.jupiter.api.Test;

class LineIdsTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");

    @Test
    void twoOrdersWithOneLineNumberHaveTwoLines() {
        // Given
        ShopifyOrder one = RecordedOrders.order("two-lines-taxed-shipping");
        ShopifyOrder other = RecordedOrders.order("guest-download");
        ShopifyId line = new ShopifyId(7);

        // When
        ExternalId first = LineIds.of(SHOP, "line", one, line);
        ExternalId second = LineIds.of(SHOP, "line", other, line);

        // Then
        assertThat(first).isNotEqualTo(second);
        assertThat(first).hasToString("__shopify__.acme_line_" + one.id() + "_7");
        assertThat(LineIds.part(first)).isEqualTo(7);
    }
}

package io.shopoms.sandbox.journeys.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.ShopOrder;
import io.shopoms.sandbox.journeys.fixtures.SimulatedOdoo;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.odoo.view.PickingView;
import java.util.List;

/** What must hold of an order that went through. */
public final class OrderAssertions {

    private OrderAssertions() {}

    /** Exactly one sale order, confirmed, with Shopify's present total. */
    public static OrderView assertSold(TestStore store, String shopifyOrderId) {
        ShopOrder ordered = store.shop().order(shopifyOrderId);
        OrderView sold = assertOnce(store, shopifyOrderId);
        assertThat(sold.state()).as("state of %s", ordered.name()).isEqualTo("sale");
        assertThat(sold.total()).as("total of %s", ordered.name()).isEqualByComparingTo(ordered.total());
        return sold;
    }

    /** Cancelled in Odoo, once; or never made there, if it was cancelled before Odoo heard of it. */
    public static void assertNotOpen(TestStore store, String shopifyOrderId) {
        assertThat(store.saleOrders(shopifyOrderId))
                .as("sale orders for Shopify's order %s", shopifyOrderId)
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(sold -> assertThat(sold.state()).isEqualTo("cancel"));
    }

    /** Exactly one sale order, whatever its state. */
    public static OrderView assertOnce(TestStore store, String shopifyOrderId) {
        List<OrderView> sold = store.saleOrders(shopifyOrderId);
        assertThat(sold)
                .as("sale orders for Shopify's order %s", shopifyOrderId)
                .hasSize(1);
        return sold.get(0);
    }

    public static PickingView assertOnePicking(OrderView order) {
        List<PickingView> deliveries = SimulatedOdoo.deliveries(order);
        assertThat(deliveries).as("deliveries of %s", order.name()).hasSize(1);
        return deliveries.get(0);
    }

    /** The cached record in the given status. */
    public static JsonNode assertCached(Landscape landscape, TestStore store, String orderId, String status) {
        JsonNode entry = landscape
                .orders()
                .entry("orders", store.domain(), orderId)
                .orElseThrow(() -> new AssertionError("order " + orderId + " is not in the cache"));
        assertThat(entry.path("status").asText())
                .as("cached order %s: %s", orderId, entry)
                .isEqualTo(status);
        return entry;
    }
}

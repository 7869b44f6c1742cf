package io.shopoms.order.cache;

import io.shopoms.model.event.OrderStored;
import io.shopoms.order.mapping.StockUnits;
import io.shopoms.order.shopify.ShopifyOrder;
import java.time.Instant;
import java.util.List;

/**
 * What is told of an order as soon as it is stored.
 *
 * @param name such as {@code #1001}
 * @param units what it takes out of Shopify's stock
 */
record OrderEssence(String name, Instant orderedAt, List<OrderStored.Line> units) {

    static OrderEssence of(ShopifyOrder order) {
        return new OrderEssence(order.name(), order.orderedAt(), StockUnits.of(order));
    }
}

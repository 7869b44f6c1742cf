package io.shopoms.order.mapping;

import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.ShopifyOrder;
import java.util.stream.Stream;

/** Views of an order's lines. */
final class OrderLines {

    private OrderLines() {}

    /** Lines of which units are left; the others were removed or refunded and need no place in Odoo. */
    static Stream<LineItem> remaining(ShopifyOrder order) {
        return order.lines().stream().filter(line -> line.currentQuantity() > 0);
    }
}

package io.shopoms.fulfillment.shopify;

import io.shopoms.model.ShopifyId;
import java.util.List;
import java.util.Optional;

/**
 * What Shopify says of one order's goods. The fulfillment orders are read before the fulfillments: goods that somebody
 * fulfills in between then look open and fulfilled, and are not fulfilled again.
 *
 * @param name the name that people use, {@code #1001}
 */
public record ShopifyOrder(
        ShopifyId id,
        String name,
        boolean cancelled,
        List<FulfillmentOrder> fulfillmentOrders,
        List<Fulfillment> fulfillments) {

    public ShopifyOrder {
        fulfillmentOrders = List.copyOf(fulfillmentOrders);
        fulfillments = List.copyOf(fulfillments);
    }

    public Optional<Fulfillment> fulfillment(ShopifyId fulfillmentId) {
        return fulfillments.stream().filter(f -> f.id().equals(fulfillmentId)).findFirst();
    }
}

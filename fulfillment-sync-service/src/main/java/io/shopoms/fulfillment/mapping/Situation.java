package io.shopoms.fulfillment.mapping;

import io.shopoms.fulfillment.cache.FulfillmentLink;
import io.shopoms.fulfillment.shopify.ShopifyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All that is known of an order's goods.
 *
 * @param shipped what Odoo shipped
 * @param order what Shopify shows
 * @param links what shopOMS remembers of its own fulfillments
 * @param settle how long after an unanswered request Shopify could still be carrying it out
 */
public record Situation(
        ShippedGoods shipped, ShopifyOrder order, List<FulfillmentLink> links, Instant now, Duration settle) {

    public Situation {
        links = List.copyOf(links);
    }
}

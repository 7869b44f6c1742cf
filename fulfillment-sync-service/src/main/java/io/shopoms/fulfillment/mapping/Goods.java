package io.shopoms.fulfillment.mapping;

import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.model.ShopifyId;

/**
 * Units of one fulfillment order line that a fulfillment takes.
 *
 * @param line the order's line item behind it
 */
public record Goods(ShopifyId fulfillmentOrder, ShopifyId fulfillmentOrderLine, ShopifyId line, int quantity) {

    Quantities quantities() {
        return Quantities.of(line, quantity);
    }
}

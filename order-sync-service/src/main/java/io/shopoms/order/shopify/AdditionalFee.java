package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import java.util.List;

/**
 * A fee that Shopify or an app put on the order, such as for packaging or for a tax that is no tax line.
 *
 * @param name what the customer read
 * @param amount without tax
 * @param taxes on the fee
 */
public record AdditionalFee(ShopifyId id, String name, Money amount, List<TaxLine> taxes) {

    public AdditionalFee {
        taxes = List.copyOf(taxes);
    }
}

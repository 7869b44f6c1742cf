package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import java.util.List;

/**
 * Import duty on a line.
 *
 * @param amount without tax
 * @param taxes on the duty
 */
public record Duty(ShopifyId id, Money amount, List<TaxLine> taxes) {

    public Duty {
        taxes = List.copyOf(taxes);
    }
}

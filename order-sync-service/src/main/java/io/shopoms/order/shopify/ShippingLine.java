package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import java.util.List;

/**
 * A way of delivery that the customer pays for.
 *
 * @param id the line's number
 * @param title such as {@code Standard}
 * @param price before discounts
 * @param net after them
 * @param discounts allocations
 * @param taxes on {@code net}
 */
public record ShippingLine(
        ShopifyId id, String title, Money price, Money net, List<DiscountAllocation> discounts, List<TaxLine> taxes) {

    public ShippingLine {
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
    }
}

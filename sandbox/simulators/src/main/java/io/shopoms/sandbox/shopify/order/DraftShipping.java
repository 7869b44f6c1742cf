package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.TaxRate;
import java.math.BigDecimal;
import java.util.List;

/**
 * A shipping line of an order to be placed, or to be added to one.
 *
 * @param taxable null for what the order says of all its shipping
 * @param taxes its own; null for those of the order
 */
public record DraftShipping(String title, String code, BigDecimal price, Boolean taxable, List<TaxRate> taxes) {

    public DraftShipping {
        title = title == null ? "Standard" : title;
        code = code == null ? title : code;
        price = price == null ? BigDecimal.ZERO : price;
        taxes = taxes == null ? null : List.copyOf(taxes);
        if (price.signum() < 0) {
            throw new IllegalArgumentException("shipping must cost 0 or more");
        }
    }
}

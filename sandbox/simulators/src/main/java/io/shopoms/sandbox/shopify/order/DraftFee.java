package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.TaxRate;
import java.math.BigDecimal;
import java.util.List;

/**
 * A charge on the whole order that is neither shipping nor a duty, such as a recycling fee.
 *
 * @param taxes on the fee itself; null for none
 */
public record DraftFee(String name, BigDecimal price, List<TaxRate> taxes) {

    public DraftFee {
        name = name == null ? "Additional fee" : name;
        taxes = taxes == null ? List.of() : List.copyOf(taxes);
        if (price == null || price.signum() < 0) {
            throw new IllegalArgumentException("a fee needs a price of 0 or more");
        }
    }
}

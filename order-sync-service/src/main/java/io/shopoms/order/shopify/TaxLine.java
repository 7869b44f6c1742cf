package io.shopoms.order.shopify;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One tax on a line.
 *
 * @param title the tax's name for the customer
 * @param rate as a fraction, {@code 0.19}; absent where Shopify knows the amount only
 * @param amount for the line's original quantity
 */
public record TaxLine(String title, Optional<BigDecimal> rate, Money amount) {

    public TaxLine {
        rate = rate.map(BigDecimal::stripTrailingZeros);
    }
}

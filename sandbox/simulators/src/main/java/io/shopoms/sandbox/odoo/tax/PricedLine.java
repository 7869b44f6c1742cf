package io.shopoms.sandbox.odoo.tax;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a line's amounts follow from.
 *
 * @param priceUnit any number of decimals; it is never rounded itself
 * @param discount percent
 */
public record PricedLine(BigDecimal priceUnit, BigDecimal quantity, BigDecimal discount, List<Tax> taxes) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public PricedLine {
        taxes = List.copyOf(taxes);
    }

    /** Price times quantity less discount, unrounded. */
    BigDecimal base() {
        return priceUnit.multiply(quantity).multiply(HUNDRED.subtract(discount)).movePointLeft(2);
    }
}

package io.shopoms.sandbox.shopify.order;

import java.math.BigDecimal;
import java.util.List;

/**
 * The amounts of one line, or of one shipping line with quantity 1.
 *
 * @param unitPrice before discounts
 * @param discounts what each discount takes off the whole line
 * @param taxes on the discounted amount, contained in it when the order's prices include taxes
 */
public record LineAmounts(BigDecimal unitPrice, int quantity, List<DiscountShare> discounts, List<TaxAmount> taxes) {

    /** Before discounts. */
    public BigDecimal gross() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }

    public BigDecimal discount() {
        return discounts.stream().map(DiscountShare::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** After discounts. */
    public BigDecimal net() {
        return gross().subtract(discount());
    }

    public BigDecimal tax() {
        return taxes.stream().map(TaxAmount::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

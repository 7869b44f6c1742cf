package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;
import java.util.List;

/**
 * The amounts of one line, or with quantity 1 of one shipping line, duty or fee.
 *
 * @param unitPrice before discounts
 * @param discounts what each discount takes off the whole line
 * @param taxes on the discounted amount, contained in it when the order's prices include taxes
 * @param tip a tip that stands among the lines
 */
public record LineAmounts(
        BigDecimal unitPrice, int quantity, List<DiscountShare> discounts, List<TaxAmount> taxes, boolean tip) {

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

package io.shopoms.sandbox.shopify.order;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * All that an order's prices follow from, in one currency.
 *
 * @param taxesIncluded whether unit prices and shipping already contain the taxes
 */
record PriceInput(
        List<Line> lines,
        List<BigDecimal> shipping,
        boolean shippingTaxable,
        BigDecimal tip,
        List<DiscountRule> discounts,
        List<TaxRate> taxes,
        boolean taxesIncluded,
        Currency currency) {

    /** @param discountable false for what an edit added: discounts were given before */
    record Line(String sku, BigDecimal unitPrice, int quantity, boolean taxable, boolean discountable) {}
}

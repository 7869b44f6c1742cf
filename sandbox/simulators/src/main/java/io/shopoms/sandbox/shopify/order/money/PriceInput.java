package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * All that an order's prices follow from, in one currency.
 *
 * @param tip a tip that is no line of its own
 * @param taxesIncluded whether prices already contain the taxes
 * @param dutiesIncluded whether unit prices already contain the duties
 */
public record PriceInput(
        List<Line> lines,
        List<Charge> shipping,
        List<Charge> duties,
        List<Charge> fees,
        BigDecimal tip,
        List<DiscountRule> discounts,
        boolean taxesIncluded,
        boolean dutiesIncluded,
        Currency currency) {

    /**
     * @param taxes none for a line that is not taxed
     * @param discountable false for what an edit added: discounts were given before
     * @param tip a tip that stands among the lines; it is part of the total, but not of the subtotal
     */
    public record Line(
            String sku, BigDecimal unitPrice, int quantity, List<TaxRate> taxes, boolean discountable, boolean tip) {}

    /**
     * A shipping line, a duty or a fee.
     *
     * @param code what a discount on shipping may be limited to
     */
    public record Charge(String code, BigDecimal price, List<TaxRate> taxes, boolean discountable) {}
}

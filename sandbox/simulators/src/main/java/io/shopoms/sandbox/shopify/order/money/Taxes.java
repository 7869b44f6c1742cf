package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Every tax on every line by itself, rounded half up on the discounted amount of the line. */
final class Taxes {

    private final boolean included;
    private final int scale;

    Taxes(PriceInput input) {
        this.included = input.taxesIncluded();
        this.scale = Math.max(0, input.currency().getDefaultFractionDigits());
    }

    LineAmounts on(
            BigDecimal unitPrice, int quantity, List<DiscountShare> discounts, List<TaxRate> rates, boolean tip) {
        LineAmounts untaxed = new LineAmounts(unitPrice, quantity, List.copyOf(discounts), List.of(), tip);
        BigDecimal divisor =
                included ? rates.stream().map(TaxRate::rate).reduce(BigDecimal.ONE, BigDecimal::add) : BigDecimal.ONE;
        List<TaxAmount> taxes = rates.stream()
                .map(tax -> new TaxAmount(
                        tax, untaxed.net().multiply(tax.rate()).divide(divisor, scale, RoundingMode.HALF_UP)))
                .toList();
        return new LineAmounts(unitPrice, quantity, untaxed.discounts(), taxes, tip);
    }
}

package io.shopoms.sandbox.shopify.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All amounts of an order in one currency. Their sums agree to the minor unit. */
public record OrderAmounts(List<LineAmounts> lines, List<LineAmounts> shipping, BigDecimal tip, boolean taxesIncluded) {

    /** Lines before discounts. */
    public BigDecimal lineItems() {
        return sum(lines, LineAmounts::gross);
    }

    /** Lines after discounts. */
    public BigDecimal subtotal() {
        return sum(lines, LineAmounts::net);
    }

    /** Every discount, those on shipping too. */
    public BigDecimal discounts() {
        return sum(lines, LineAmounts::discount).add(sum(shipping, LineAmounts::discount));
    }

    /** Shipping before discounts. */
    public BigDecimal shippingPrice() {
        return sum(shipping, LineAmounts::gross);
    }

    /** Shipping after discounts. */
    public BigDecimal shippingNet() {
        return sum(shipping, LineAmounts::net);
    }

    public BigDecimal tax() {
        return sum(lines, LineAmounts::tax).add(sum(shipping, LineAmounts::tax));
    }

    public BigDecimal total() {
        BigDecimal beforeTax = subtotal().add(shippingNet()).add(tip);
        return taxesIncluded ? beforeTax : beforeTax.add(tax());
    }

    /** The taxes of lines and shipping, one entry for each tax. */
    public List<TaxAmount> taxes() {
        List<TaxAmount> merged = new ArrayList<>();
        Stream.concat(lines.stream(), shipping.stream())
                .flatMap(line -> line.taxes().stream())
                .forEach(tax -> addTo(merged, tax));
        return merged;
    }

    private static void addTo(List<TaxAmount> merged, TaxAmount tax) {
        for (int i = 0; i < merged.size(); i++) {
            if (merged.get(i).tax().equals(tax.tax())) {
                merged.set(i, new TaxAmount(tax.tax(), merged.get(i).amount().add(tax.amount())));
                return;
            }
        }
        merged.add(tax);
    }

    private static BigDecimal sum(List<LineAmounts> lines, Function<LineAmounts, BigDecimal> amount) {
        return lines.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All amounts of an order in one currency. Their sums agree to the minor unit.
 *
 * @param plainTip a tip that is no line of its own
 * @param adjustments what refunds gave back beyond (negative) or short of (positive) what they took back
 */
public record OrderAmounts(
        List<LineAmounts> lines,
        List<LineAmounts> shipping,
        List<LineAmounts> duties,
        List<LineAmounts> fees,
        BigDecimal plainTip,
        BigDecimal adjustments,
        boolean taxesIncluded,
        boolean dutiesIncluded) {

    /** Lines before discounts, without tips. */
    public BigDecimal lineItems() {
        return sum(goods(), LineAmounts::gross);
    }

    /** Lines after discounts, without tips. */
    public BigDecimal subtotal() {
        return sum(goods(), LineAmounts::net);
    }

    /** Every discount, those on shipping too. */
    public BigDecimal discounts() {
        return sum(lines.stream(), LineAmounts::discount).add(sum(shipping.stream(), LineAmounts::discount));
    }

    /** Shipping before discounts. */
    public BigDecimal shippingPrice() {
        return sum(shipping.stream(), LineAmounts::gross);
    }

    /** Shipping after discounts. */
    public BigDecimal shippingNet() {
        return sum(shipping.stream(), LineAmounts::net);
    }

    public BigDecimal dutiesNet() {
        return sum(duties.stream(), LineAmounts::net);
    }

    public BigDecimal feesNet() {
        return sum(fees.stream(), LineAmounts::net);
    }

    public BigDecimal tip() {
        return plainTip.add(sum(lines.stream().filter(LineAmounts::tip), LineAmounts::net));
    }

    public BigDecimal tax() {
        return sum(taxed(), LineAmounts::tax);
    }

    public BigDecimal total() {
        BigDecimal beforeTax =
                subtotal().add(shippingNet()).add(feesNet()).add(tip()).add(adjustments);
        BigDecimal withDuties = dutiesIncluded ? beforeTax : beforeTax.add(dutiesNet());
        return taxesIncluded ? withDuties : withDuties.add(tax());
    }

    /** The taxes of lines, shipping, duties and fees, one entry for each tax. */
    public List<TaxAmount> taxes() {
        List<TaxAmount> merged = new ArrayList<>();
        taxed().flatMap(line -> line.taxes().stream()).forEach(tax -> addTo(merged, tax));
        return merged;
    }

    private Stream<LineAmounts> goods() {
        return lines.stream().filter(line -> !line.tip());
    }

    private Stream<LineAmounts> taxed() {
        return Stream.of(lines, shipping, duties, fees).flatMap(List::stream);
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

    private static BigDecimal sum(Stream<LineAmounts> lines, Function<LineAmounts, BigDecimal> amount) {
        return lines.map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

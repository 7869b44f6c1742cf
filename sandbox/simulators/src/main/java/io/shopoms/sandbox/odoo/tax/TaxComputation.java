package io.shopoms.sandbox.odoo.tax;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The amounts of an order. Halves are rounded away from zero. Both methods were checked against orders measured on Odoo
 * 19.0 (the test resource {@code tax-cases.json}, and {@code TaxComputationRealIT}).
 *
 * <p>A line's price contains all of its taxes or none, as in Shopify: for lines of both, Odoo's amounts also depend on the
 * sequence of the taxes.
 */
public final class TaxComputation {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext PRECISE = MathContext.DECIMAL128;

    private final RoundingMethod method;
    private final int digits;

    /** @param digits decimals of the currency: 0 for JPY, 2 for USD, 3 for KWD */
    public TaxComputation(RoundingMethod method, int digits) {
        this.method = method;
        this.digits = digits;
    }

    public OrderAmounts order(List<PricedLine> lines) {
        List<Split> splits = lines.stream().map(this::split).toList();
        List<LineAmounts> amounts = splits.stream().map(this::shown).toList();
        return method == RoundingMethod.ROUND_PER_LINE ? summed(splits, amounts) : global(lines, splits, amounts);
    }

    /** A line's price without tax, and each tax on it. */
    private record Split(BigDecimal subtotal, Map<Tax, BigDecimal> taxes) {}

    private Split split(PricedLine line) {
        BigDecimal base = step(line.base());
        BigDecimal included =
                line.taxes().stream().filter(Tax::included).map(Tax::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<Tax, BigDecimal> taxes = new LinkedHashMap<>();
        BigDecimal subtotal = base;
        for (Tax tax : line.taxes()) {
            if (tax.included()) {
                BigDecimal share = step(base.multiply(tax.percent()).divide(HUNDRED.add(included), PRECISE));
                taxes.merge(tax, share, BigDecimal::add);
                subtotal = subtotal.subtract(share);
            }
        }
        for (Tax tax : line.taxes()) {
            if (!tax.included()) {
                taxes.merge(tax, step(subtotal.multiply(tax.percent()).divide(HUNDRED, PRECISE)), BigDecimal::add);
            }
        }
        return new Split(subtotal, taxes);
    }

    private LineAmounts shown(Split split) {
        BigDecimal subtotal = round(split.subtotal());
        BigDecimal tax = split.taxes().values().stream().map(this::round).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new LineAmounts(subtotal, tax, subtotal.add(tax));
    }

    private OrderAmounts summed(List<Split> splits, List<LineAmounts> lines) {
        BigDecimal untaxed = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        for (LineAmounts line : lines) {
            untaxed = untaxed.add(line.subtotal());
            tax = tax.add(line.tax());
        }
        Map<Tax, BigDecimal> perTax = new LinkedHashMap<>();
        splits.forEach(split -> split.taxes().forEach((t, amount) -> perTax.merge(t, round(amount), BigDecimal::add)));
        return new OrderAmounts(untaxed, tax, untaxed.add(tax), lines, perTax);
    }

    private OrderAmounts global(List<PricedLine> lines, List<Split> splits, List<LineAmounts> amounts) {
        Map<Tax, BigDecimal> perTax = new LinkedHashMap<>();
        BigDecimal subtotal = BigDecimal.ZERO;
        for (Split split : splits) {
            subtotal = subtotal.add(split.subtotal());
            split.taxes().forEach((tax, amount) -> perTax.merge(tax, amount, BigDecimal::add));
        }
        BigDecimal tax = perTax.values().stream().map(this::round).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean anyExcluded =
                lines.stream().flatMap(line -> line.taxes().stream()).anyMatch(t -> !t.included());
        // With included taxes only, what the customer pays is rounded first and the tax is taken out of it.
        BigDecimal untaxed = anyExcluded
                ? round(subtotal)
                : round(perTax.values().stream().reduce(subtotal, BigDecimal::add))
                        .subtract(tax);
        perTax.replaceAll((t, amount) -> round(amount));
        return new OrderAmounts(untaxed, tax, untaxed.add(tax), amounts, perTax);
    }

    /** Rounds between the steps when lines are rounded one by one, and not otherwise. */
    private BigDecimal step(BigDecimal value) {
        return method == RoundingMethod.ROUND_PER_LINE ? round(value) : value;
    }

    private BigDecimal round(BigDecimal value) {
        return value.setScale(digits, RoundingMode.HALF_UP);
    }
}

package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Shopify's arithmetic: discounts one after the other, each spread over its lines to the minor unit and never more than
 * is left of them; then the taxes.
 */
public final class Pricing {

    private final PriceInput input;
    private final Currency currency;
    private final Taxes taxes;

    private Pricing(PriceInput input) {
        this.input = input;
        this.currency = input.currency();
        this.taxes = new Taxes(input);
    }

    public static OrderAmounts price(PriceInput input) {
        return new Pricing(input).amounts();
    }

    private OrderAmounts amounts() {
        List<List<DiscountShare>> onLines = shares(input.lines().size());
        List<List<DiscountShare>> onShipping = shares(input.shipping().size());
        for (int index = 0; index < input.discounts().size(); index++) {
            DiscountRule rule = input.discounts().get(index);
            if (rule.shipping()) {
                List<PriceInput.Charge> all = input.shipping();
                List<BigDecimal> prices =
                        all.stream().map(each -> money(each.price())).toList();
                spread(
                        index,
                        rule,
                        prices,
                        units -> 1,
                        onShipping,
                        i -> all.get(i).discountable() && rule.covers(all.get(i).code()));
            } else {
                spread(
                        index,
                        rule,
                        lineTotals(),
                        i -> input.lines().get(i).quantity(),
                        onLines,
                        i -> isEntitled(rule, i));
            }
        }
        List<LineAmounts> lines = new ArrayList<>();
        for (int i = 0; i < input.lines().size(); i++) {
            PriceInput.Line line = input.lines().get(i);
            lines.add(taxes.on(money(line.unitPrice()), line.quantity(), onLines.get(i), line.taxes(), line.tip()));
        }
        return new OrderAmounts(
                lines,
                charges(input.shipping(), onShipping),
                charges(input.duties(), shares(input.duties().size())),
                charges(input.fees(), shares(input.fees().size())),
                money(input.tip()),
                BigDecimal.ZERO,
                input.taxesIncluded(),
                input.dutiesIncluded());
    }

    private List<LineAmounts> charges(List<PriceInput.Charge> charges, List<List<DiscountShare>> discounts) {
        List<LineAmounts> amounts = new ArrayList<>();
        for (int i = 0; i < charges.size(); i++) {
            PriceInput.Charge charge = charges.get(i);
            amounts.add(taxes.on(money(charge.price()), 1, discounts.get(i), charge.taxes(), false));
        }
        return amounts;
    }

    private void spread(
            int index,
            DiscountRule rule,
            List<BigDecimal> prices,
            IntUnaryOperator units,
            List<List<DiscountShare>> shares,
            IntPredicate entitled) {
        List<BigDecimal> left = IntStream.range(0, prices.size())
                .mapToObj(i -> entitled.test(i)
                        ? prices.get(i).subtract(taken(shares.get(i)))
                        : BigDecimal.ZERO.setScale(scale()))
                .toList();
        List<BigDecimal> parts = rule.each() ? each(rule, left, units) : across(rule, left);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).signum() > 0) {
                shares.get(i).add(new DiscountShare(index, parts.get(i)));
            }
        }
    }

    private List<BigDecimal> across(DiscountRule rule, List<BigDecimal> left) {
        BigDecimal base = left.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal off = rule.amount() == null
                ? money(base.multiply(rule.percentage()).movePointLeft(2))
                : money(rule.amount()).min(base);
        return Allocation.largestRemainder(off, left, scale());
    }

    /** Every line by itself; a fixed amount is taken off every unit. */
    private List<BigDecimal> each(DiscountRule rule, List<BigDecimal> left, IntUnaryOperator units) {
        return IntStream.range(0, left.size())
                .mapToObj(i -> rule.amount() == null
                        ? money(left.get(i).multiply(rule.percentage()).movePointLeft(2))
                        : money(rule.amount())
                                .multiply(BigDecimal.valueOf(units.applyAsInt(i)))
                                .min(left.get(i)))
                .toList();
    }

    private boolean isEntitled(DiscountRule rule, int line) {
        return input.lines().get(line).discountable()
                && rule.covers(input.lines().get(line).sku());
    }

    private List<BigDecimal> lineTotals() {
        return input.lines().stream()
                .map(line -> money(line.unitPrice()).multiply(BigDecimal.valueOf(line.quantity())))
                .toList();
    }

    private static List<List<DiscountShare>> shares(int size) {
        return IntStream.range(0, size)
                .<List<DiscountShare>>mapToObj(i -> new ArrayList<>())
                .toList();
    }

    private static BigDecimal taken(List<DiscountShare> shares) {
        return shares.stream().map(DiscountShare::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal money(BigDecimal amount) {
        return Money.round(amount, currency);
    }

    private int scale() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}

package io.shopoms.sandbox.shopify.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Shopify's arithmetic: discounts one after the other, each spread over its lines to the minor unit; then every tax on
 * every line by itself, rounded half up on the discounted amount of the line.
 */
final class Pricing {

    private final PriceInput input;
    private final Currency currency;

    private Pricing(PriceInput input) {
        this.input = input;
        this.currency = input.currency();
    }

    static OrderAmounts price(PriceInput input) {
        return new Pricing(input).amounts();
    }

    /**
     * The amounts of an order of which some units were removed. Each line keeps its share of the discounts in proportion
     * to its remaining units.
     *
     * @param quantities the units that remain of each line
     * @param shippingRemains false once shipping was given back too
     */
    static OrderAmounts remaining(
            OrderAmounts whole, PriceInput input, List<Integer> quantities, boolean shippingRemains) {
        Pricing pricing = new Pricing(input);
        List<LineAmounts> lines = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            LineAmounts line = whole.lines().get(i);
            int quantity = quantities.get(i);
            lines.add(
                    quantity == line.quantity()
                            ? line
                            : pricing.part(line, quantity, input.lines().get(i)));
        }
        return new OrderAmounts(
                lines,
                shippingRemains ? whole.shipping() : List.of(),
                shippingRemains ? whole.tip() : BigDecimal.ZERO,
                whole.taxesIncluded());
    }

    private LineAmounts part(LineAmounts line, int quantity, PriceInput.Line from) {
        BigDecimal whole = BigDecimal.valueOf(line.quantity());
        BigDecimal left = line.unitPrice().multiply(BigDecimal.valueOf(quantity));
        List<DiscountShare> discounts = new ArrayList<>();
        for (DiscountShare share : line.discounts()) {
            // Rounding up share by share could take more than the line is worth.
            BigDecimal part = share.amount()
                    .multiply(BigDecimal.valueOf(quantity))
                    .divide(whole, scale(), RoundingMode.HALF_UP)
                    .min(left);
            left = left.subtract(part);
            discounts.add(new DiscountShare(share.index(), part));
        }
        return taxed(line.unitPrice(), quantity, discounts, from.taxable());
    }

    private OrderAmounts amounts() {
        List<List<DiscountShare>> onLines = shares(input.lines().size());
        List<List<DiscountShare>> onShipping = shares(input.shipping().size());
        for (int index = 0; index < input.discounts().size(); index++) {
            DiscountRule rule = input.discounts().get(index);
            if (rule.shipping()) {
                spread(index, rule, input.shipping(), onShipping, i -> true);
            } else {
                spread(index, rule, lineTotals(), onLines, i -> isEntitled(rule, i));
            }
        }
        List<LineAmounts> lines = new ArrayList<>();
        for (int i = 0; i < input.lines().size(); i++) {
            PriceInput.Line line = input.lines().get(i);
            lines.add(taxed(money(line.unitPrice()), line.quantity(), onLines.get(i), line.taxable()));
        }
        List<LineAmounts> shipping = new ArrayList<>();
        for (int i = 0; i < input.shipping().size(); i++) {
            shipping.add(taxed(money(input.shipping().get(i)), 1, onShipping.get(i), input.shippingTaxable()));
        }
        return new OrderAmounts(lines, shipping, money(input.tip()), input.taxesIncluded());
    }

    private void spread(
            int index,
            DiscountRule rule,
            List<BigDecimal> prices,
            List<List<DiscountShare>> shares,
            IntPredicate entitled) {
        List<BigDecimal> left = IntStream.range(0, prices.size())
                .mapToObj(i -> entitled.test(i)
                        ? money(prices.get(i)).subtract(taken(shares.get(i)))
                        : BigDecimal.ZERO.setScale(scale()))
                .toList();
        BigDecimal base = left.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal off = rule.amount() == null
                ? money(base.multiply(rule.percentage()).movePointLeft(2))
                : money(rule.amount()).min(base);
        List<BigDecimal> parts = Allocation.largestRemainder(off, left, scale());
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).signum() > 0) {
                shares.get(i).add(new DiscountShare(index, parts.get(i)));
            }
        }
    }

    private LineAmounts taxed(BigDecimal unitPrice, int quantity, List<DiscountShare> discounts, boolean taxable) {
        LineAmounts untaxed = new LineAmounts(unitPrice, quantity, List.copyOf(discounts), List.of());
        if (!taxable) {
            return untaxed;
        }
        BigDecimal divisor = input.taxesIncluded()
                ? input.taxes().stream().map(TaxRate::rate).reduce(BigDecimal.ONE, BigDecimal::add)
                : BigDecimal.ONE;
        List<TaxAmount> taxes = input.taxes().stream()
                .map(tax -> new TaxAmount(
                        tax, untaxed.net().multiply(tax.rate()).divide(divisor, scale(), RoundingMode.HALF_UP)))
                .toList();
        return new LineAmounts(unitPrice, quantity, untaxed.discounts(), taxes);
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

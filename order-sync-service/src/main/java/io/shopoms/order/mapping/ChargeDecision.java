package io.shopoms.order.mapping;

import io.shopoms.order.mapping.OrderLines.Left;
import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.Refund;
import io.shopoms.order.shopify.ShippingLine;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.order.shopify.TaxLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which of Shopify's sums stand for themselves in its total. Shopify lists some tips as line items and some only in the
 * order's sums; duties may be contained in the prices; a refund of an amount changes the total of some orders and not of
 * others. No field says which, so the sums decide: the smallest choice that explains Shopify's total.
 *
 * @param tip whether the tip is in the total, but in no line
 * @param duties whether the duties are in the total besides the prices
 * @param adjustments whether the total holds what refunds gave back beyond their parts
 */
record ChargeDecision(boolean tip, boolean duties, Adjusted adjustments) {

    /** How the total holds adjustments. */
    enum Adjusted {
        NOT,
        /** Their tax is in Shopify's tax. */
        WITH_TAX,
        /** Shopify's tax is without theirs. */
        UNTAXED
    }

    /** The most usual first. */
    private static final List<ChargeDecision> CHOICES = Stream.of(true, false)
            .flatMap(duties -> Arrays.stream(Adjusted.values())
                    .flatMap(adjusted -> Stream.of(false, true).map(tip -> new ChargeDecision(tip, duties, adjusted))))
            .toList();

    static ChargeDecision of(ShopifyOrder order) {
        BigDecimal rest = order.totals().total().amount().subtract(parts(order));
        return CHOICES.stream()
                .filter(choice -> choice.amount(order).compareTo(rest) == 0)
                .findFirst()
                // Nothing explains the total: the money check then names the difference.
                .orElseGet(() -> new ChargeDecision(tipWasCharged(order), true, Adjusted.NOT));
    }

    private BigDecimal amount(ShopifyOrder order) {
        BigDecimal amount = BigDecimal.ZERO;
        if (tip) {
            amount = amount.add(order.totals().tip().amount());
        }
        if (duties) {
            amount = amount.add(order.totals().duties().amount());
        }
        if (adjustments != Adjusted.NOT) {
            amount = amount.add(adjustments(order).amount());
        }
        return adjustments == Adjusted.WITH_TAX && !order.taxesIncluded()
                ? amount.subtract(adjustmentTax(order).amount())
                : amount;
    }

    /** All adjustments of all refunds with their tax, signed as Shopify signs them. */
    static Money adjustments(ShopifyOrder order) {
        return order.refunds().stream()
                .map(refund -> refund.adjusted(order.currency()))
                .reduce(Money.zero(order.currency()), Money::plus);
    }

    static Money adjustmentTax(ShopifyOrder order) {
        return order.refunds().stream()
                .flatMap(refund -> refund.adjustments().stream())
                .map(Refund.Adjustment::tax)
                .reduce(Money.zero(order.currency()), Money::plus);
    }

    private static BigDecimal parts(ShopifyOrder order) {
        List<Refund> refunds = order.refunds();
        Stream<BigDecimal> goods = OrderLines.remaining(order).map(line -> RemainingNet.of(line, refunds));
        Stream<BigDecimal> shipping = OrderLines.shipping(order).stream().map(Left::amount);
        Stream<BigDecimal> fees = OrderLines.fees(order).stream().map(Left::amount);
        BigDecimal net =
                Stream.of(goods, shipping, fees).flatMap(parts -> parts).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tax =
                order.taxesIncluded() ? taxOnTop(order) : order.totals().tax().amount();
        return net.add(tax).setScale(Money.digits(order.currency()), RoundingMode.HALF_UP);
    }

    /** Duties and fees are without their tax, also where prices include theirs. */
    private static BigDecimal taxOnTop(ShopifyOrder order) {
        return Stream.concat(
                        OrderLines.duties(order).stream().flatMap(left -> left.what().duty().taxes().stream()),
                        OrderLines.fees(order).stream().flatMap(left -> left.what().taxes().stream()))
                .map(TaxLine::amount)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By the sums of the order as it was placed, which no refund touches. */
    private static boolean tipWasCharged(ShopifyOrder order) {
        Money tip = order.totals().tip();
        Money rest = order.totals().originalTotal();
        if (!order.taxesIncluded()) {
            rest = rest.minus(order.totals().originalTax());
        }
        for (LineItem line : order.lines()) {
            BigDecimal gross = line.unitPrice().amount().multiply(BigDecimal.valueOf(line.quantity()));
            rest = rest.minus(new Money(gross, order.currency())).plus(line.discount());
        }
        rest = order.shippingLines().stream().map(ShippingLine::net).reduce(rest, Money::minus);
        return !tip.isZero() && rest.equals(tip);
    }
}

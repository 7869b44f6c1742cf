package io.shopoms.order.mapping;

import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.OrderTotals;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Compares Odoo's total with Shopify's, to the minor unit. A small residual (the two may round taxes differently) goes on
 * one explicit line; anything else is named and a person decides.
 */
public final class MoneyCheck {

    /** The kind of external id of the rounding line. */
    public static final String ROUNDING_KIND = "roundline";

    private final BigDecimal roundingLimit;

    /** @param roundingLimit the largest amount, in the order's currency, that a rounding line may carry */
    public MoneyCheck(BigDecimal roundingLimit) {
        this.roundingLimit = roundingLimit;
    }

    /** What the comparison says. */
    public sealed interface Verdict {

        /** The totals agree; {@code remark} says how: {@code equal}, {@code equal with rounding 0.01}. */
        record Agrees(String remark) implements Verdict {}

        /** They agree once the rounding line has this amount, zero included. */
        record NeedsRounding(BigDecimal amount) implements Verdict {}

        /** They do not; {@code differences} names each. */
        record Differs(String differences) implements Verdict {}
    }

    /** @param currencyId the Odoo currency that the order should have */
    public Verdict check(ShopifyOrder order, SaleOrderState state, long currencyId) {
        if (state.currencyId() != currencyId) {
            return new Verdict.Differs("currency: Shopify " + order.currency() + ", Odoo another one (id "
                    + state.currencyId() + "); set the pricelist of " + order.currency() + " on the order");
        }
        OrderTotals expected = order.totals();
        Money actual = new Money(state.total(), order.currency());
        BigDecimal rounding = rounding(state);
        if (expected.total().equals(actual)) {
            return new Verdict.Agrees(remark(expected, state, rounding));
        }
        BigDecimal needed = rounding.add(expected.total().minus(actual).amount());
        return needed.abs().compareTo(roundingLimit) <= 0
                ? new Verdict.NeedsRounding(needed)
                : new Verdict.Differs(differences(order, state));
    }

    /** What the rounding line carries; 0 without one. */
    public static BigDecimal rounding(SaleOrderState state) {
        return sum(state, line -> line.isOurs(ROUNDING_KIND), SaleLineState::total);
    }

    private static String remark(OrderTotals expected, SaleOrderState state, BigDecimal rounding) {
        List<String> remarks = new ArrayList<>();
        remarks.add(rounding.signum() == 0 ? "equal" : "equal with rounding " + rounding.toPlainString());
        Money tax = new Money(state.tax(), expected.tax().currency());
        if (!tax.equals(expected.tax())) {
            remarks.add(compared("tax", expected.tax(), tax));
        }
        return String.join("; ", remarks);
    }

    private static String differences(ShopifyOrder order, SaleOrderState state) {
        OrderTotals expected = order.totals();
        Money total = new Money(state.total(), order.currency());
        Money tax = new Money(state.tax(), order.currency());
        Money shipping = new Money(
                sum(
                        state,
                        SaleLineState::delivery,
                        order.taxesIncluded() ? SaleLineState::total : SaleLineState::subtotal),
                order.currency());
        List<String> differences = new ArrayList<>();
        differences.add(compared("total", expected.total(), total));
        if (!tax.equals(expected.tax())) {
            differences.add(compared("tax", expected.tax(), tax));
        }
        if (!shipping.equals(expected.shipping())) {
            differences.add(compared("shipping", expected.shipping(), shipping));
        }
        return String.join("; ", differences);
    }

    private static String compared(String what, Money shopify, Money odoo) {
        return what + ": Shopify " + shopify + ", Odoo " + odoo;
    }

    private static BigDecimal sum(
            SaleOrderState state, Predicate<SaleLineState> which, Function<SaleLineState, BigDecimal> amount) {
        return state.lines().stream().filter(which).map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

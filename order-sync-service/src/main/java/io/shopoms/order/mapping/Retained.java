package io.shopoms.order.mapping;

import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.Refund;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Units that an Odoo order still has and Shopify has taken off: they were delivered before, and are kept by the customer or
 * on their way back. Odoo's total is higher by their worth, and by no more.
 *
 * @param units how many
 * @param total their worth with tax
 * @param tax the tax in it
 */
record Retained(BigDecimal units, Money total, Money tax) {

    /** Their worth is what Shopify refunded for them; of units without a refund, what Odoo charges for them. */
    static Retained of(ShopifyOrder order, SaleOrderState state) {
        Money nothing = Money.zero(order.currency());
        Retained all = new Retained(BigDecimal.ZERO, nothing, nothing);
        for (LineItem item : order.lines()) {
            for (SaleLineState line : state.lines()) {
                if (line.shopifyLine().filter(id -> id == item.id().value()).isPresent()) {
                    all = all.plus(of(order, item, line));
                }
            }
        }
        return all;
    }

    boolean isNone() {
        return units.signum() == 0;
    }

    /** In words, for people. */
    String words() {
        return total + " for " + units.stripTrailingZeros().toPlainString()
                + " unit(s) that were delivered and then taken off in Shopify";
    }

    private static Retained of(ShopifyOrder order, LineItem item, SaleLineState line) {
        Money nothing = Money.zero(order.currency());
        BigDecimal left = line.quantity()
                .subtract(BigDecimal.valueOf(item.currentQuantity()))
                .min(line.delivered());
        Retained sum = new Retained(left.max(BigDecimal.ZERO), nothing, nothing);
        for (Refund.Line refunded : latestFirst(order, item)) {
            if (left.signum() > 0 && refunded.quantity() > 0) {
                BigDecimal units = left.min(BigDecimal.valueOf(refunded.quantity()));
                sum = sum.worth(
                        share(refunded.subtotal(), units, BigDecimal.valueOf(refunded.quantity()))
                                .plus(
                                        order.taxesIncluded()
                                                ? nothing
                                                : share(
                                                        refunded.tax(),
                                                        units,
                                                        BigDecimal.valueOf(refunded.quantity()))),
                        share(refunded.tax(), units, BigDecimal.valueOf(refunded.quantity())));
                left = left.subtract(units);
            }
        }
        if (left.signum() > 0) {
            Money total = new Money(line.total(), order.currency());
            Money tax = new Money(line.total().subtract(line.subtotal()), order.currency());
            sum = sum.worth(share(total, left, line.quantity()), share(tax, left, line.quantity()));
        }
        return sum;
    }

    /** The units that were taken off last are the ones that are still there: the earlier ones had time to come back. */
    private static List<Refund.Line> latestFirst(ShopifyOrder order, LineItem item) {
        List<Refund.Line> lines = new ArrayList<>(order.refunds().stream()
                .flatMap(refund -> refund.lines().stream())
                .filter(line -> line.lineId().equals(item.id()))
                .toList());
        Collections.reverse(lines);
        return lines;
    }

    private static Money share(Money amount, BigDecimal units, BigDecimal of) {
        int digits = Money.digits(amount.currency());
        return new Money(amount.amount().multiply(units).divide(of, digits, RoundingMode.HALF_UP), amount.currency());
    }

    private Retained worth(Money moreTotal, Money moreTax) {
        return new Retained(units, total.plus(moreTotal), tax.plus(moreTax));
    }

    private Retained plus(Retained other) {
        return new Retained(units.add(other.units), total.plus(other.total), tax.plus(other.tax));
    }
}

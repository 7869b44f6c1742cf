package io.shopoms.order.mapping;

import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.Refund;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;

/**
 * What the units of a line that are left cost after discounts, in the prices that the order was made in.
 *
 * <p>Shopify's discounts are for the original quantity. When units are taken off, each refund line says what they cost
 * after discounts, rounded by Shopify; what is left is the rest of the line. Multiplying a rounded share instead would be
 * a cent off for some quantities.
 */
final class RemainingNet {

    private RemainingNet() {}

    static BigDecimal of(LineItem line, List<Refund> refunds) {
        BigDecimal whole = line.unitPrice()
                .amount()
                .multiply(BigDecimal.valueOf(Math.max(line.quantity(), line.currentQuantity())))
                .subtract(line.discount().amount())
                .max(BigDecimal.ZERO);
        return left(line, refunds, whole, Refund.Line::subtotal);
    }

    /** Shopify's tax on what is left. */
    static BigDecimal tax(LineItem line, List<Refund> refunds) {
        BigDecimal whole =
                line.taxes().stream().map(tax -> tax.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return left(line, refunds, whole, Refund.Line::tax);
    }

    private static BigDecimal left(
            LineItem line, List<Refund> refunds, BigDecimal whole, Function<Refund.Line, Money> part) {
        int quantity = Math.max(line.quantity(), line.currentQuantity());
        int current = line.currentQuantity();
        if (current == quantity) {
            return whole;
        }
        int removed = 0;
        BigDecimal left = whole;
        for (Refund refund : refunds) {
            for (Refund.Line taken : refund.lines()) {
                if (taken.lineId().equals(line.id())) {
                    removed += taken.quantity();
                    left = left.subtract(part.apply(taken).amount());
                }
            }
        }
        // Refunds that the payload does not hold, or that are not of this line's units, leave the even share.
        return removed == quantity - current && left.signum() >= 0
                ? left
                : whole.multiply(BigDecimal.valueOf(current))
                        .divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL128);
    }

    /** What discounts were allocated beyond the line's price; Shopify grants no more than the price. */
    static BigDecimal overAllocated(LineItem line) {
        return line.discount()
                .amount()
                .subtract(line.unitPrice().amount().multiply(BigDecimal.valueOf(line.quantity())))
                .max(BigDecimal.ZERO);
    }
}

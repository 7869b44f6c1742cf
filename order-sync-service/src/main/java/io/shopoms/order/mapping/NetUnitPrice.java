package io.shopoms.order.mapping;

import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.Refund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A line's unit price after all its discounts. Odoo's own discount is a percentage of two decimals, which cannot say
 * "3.33 less"; a unit price is stored unrounded, so a net price with enough decimals brings back the exact line total: three
 * at 30.00 with 0.01 off are three at 29.99666667, and Odoo makes 89.99 of them.
 */
final class NetUnitPrice {

    // Half a unit in the last place, times the quantity, must stay far below half a minor unit.
    private static final int DECIMALS = 8;

    private NetUnitPrice() {}

    /** @param line one with units left */
    static BigDecimal of(LineItem line, List<Refund> refunds) {
        BigDecimal price = line.unitPrice().amount();
        BigDecimal quantity = BigDecimal.valueOf(line.currentQuantity());
        BigDecimal net = RemainingNet.of(line, refunds);
        if (net.compareTo(price.multiply(quantity)) == 0) {
            return price;
        }
        if (net.signum() == 0) {
            return BigDecimal.ZERO.setScale(price.scale());
        }
        int digitsOfQuantity = quantity.precision() - quantity.scale();
        return net.divide(quantity, DECIMALS + Math.max(0, digitsOfQuantity - 2), RoundingMode.HALF_UP);
    }
}

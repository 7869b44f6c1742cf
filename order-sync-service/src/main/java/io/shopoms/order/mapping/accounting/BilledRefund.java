package io.shopoms.order.mapping.accounting;

import io.shopoms.order.shopify.Refund;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What of a refund was billed before, and so has to be credited. The rest never was: the order's invoices came later and
 * do not hold it.
 *
 * @param duties without tax
 * @param adjustment what went back beyond the parts; negative for money kept
 */
record BilledRefund(
        Refund refund, List<Units> units, List<Shipping> shipping, BigDecimal duties, BigDecimal adjustment) {

    BilledRefund {
        units = List.copyOf(units);
        shipping = List.copyOf(shipping);
    }

    /** @param quantity units of {@code line} that were billed */
    record Units(Refund.Line line, BilledLine saleLine, int quantity) {}

    /**
     * @param amount what was billed of it, in the prices that the order was made in
     * @param saleLine the order's shipping line, where it has one
     */
    record Shipping(Refund.Shipping refunded, BigDecimal amount, Optional<BilledLine> saleLine) {}
}

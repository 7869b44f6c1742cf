package io.shopoms.sandbox.odoo.tax;

import java.math.BigDecimal;
import java.util.List;

/** What an order shows: {@code amount_untaxed}, {@code amount_tax}, {@code amount_total}, and the amounts of its lines. */
public record OrderAmounts(BigDecimal untaxed, BigDecimal tax, BigDecimal total, List<LineAmounts> lines) {

    public OrderAmounts {
        lines = List.copyOf(lines);
    }
}

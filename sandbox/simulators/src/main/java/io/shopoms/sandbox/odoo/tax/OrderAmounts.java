package io.shopoms.sandbox.odoo.tax;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an order shows: {@code amount_untaxed}, {@code amount_tax}, {@code amount_total}, and the amounts of its lines.
 *
 * @param taxes what each tax comes to, rounded; together they are {@code tax}
 */
public record OrderAmounts(
        BigDecimal untaxed, BigDecimal tax, BigDecimal total, List<LineAmounts> lines, Map<Tax, BigDecimal> taxes) {

    public OrderAmounts {
        lines = List.copyOf(lines);
        taxes = Collections.unmodifiableMap(new LinkedHashMap<>(taxes));
    }
}

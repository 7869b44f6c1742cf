package io.shopoms.sandbox.odoo.tax;

import java.math.BigDecimal;

/** What a line shows: {@code price_subtotal}, {@code price_tax}, {@code price_total}. */
public record LineAmounts(BigDecimal subtotal, BigDecimal tax, BigDecimal total) {}

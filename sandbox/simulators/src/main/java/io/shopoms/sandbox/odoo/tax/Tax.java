package io.shopoms.sandbox.odoo.tax;

import java.math.BigDecimal;

/**
 * A percentage on a line's price.
 *
 * @param percent 7.25 for 7.25 %
 * @param included whether the price already holds it
 */
public record Tax(long id, BigDecimal percent, boolean included) {}

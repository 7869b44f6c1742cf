package io.shopoms.sandbox.odoo.view;

import java.math.BigDecimal;

/**
 * A move of a transfer.
 *
 * @param demand what was asked for
 * @param quantity what is reserved, or on a done move what was moved
 */
public record MoveView(long id, String sku, BigDecimal demand, BigDecimal quantity, String state, Long saleLineId) {}

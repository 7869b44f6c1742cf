package io.shopoms.sandbox.odoo.view;

import java.math.BigDecimal;

/**
 * How much there is of a product in one warehouse.
 *
 * @param warehouse short name, such as WH
 * @param free on hand less reserved; below zero if more is kept aside than there is
 */
public record LevelView(
        long productId, String sku, long warehouseId, String warehouse, BigDecimal onHand, BigDecimal free) {}

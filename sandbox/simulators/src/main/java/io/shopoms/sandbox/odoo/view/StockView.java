package io.shopoms.sandbox.odoo.view;

import java.math.BigDecimal;

/**
 * What lies of a product in one place.
 *
 * @param location such as {@code WH/Stock}
 * @param reserved kept aside for transfers
 * @param free on hand less reserved; below zero if more is kept aside than there is
 * @param writeDate of the quant, UTC, whole seconds
 */
public record StockView(
        long productId,
        String sku,
        long locationId,
        String location,
        BigDecimal onHand,
        BigDecimal reserved,
        BigDecimal free,
        String writeDate) {}

package io.shopoms.sandbox.odoo.view;

import java.math.BigDecimal;
import java.util.List;

/**
 * A line of an order.
 *
 * @param sku empty for notes and for products without a code
 * @param displayType empty, or {@code line_note} or {@code line_section}
 * @param taxes names
 * @param externalId empty if it has none
 */
public record LineView(
        long id,
        String externalId,
        String sku,
        String name,
        String displayType,
        BigDecimal quantity,
        BigDecimal priceUnit,
        BigDecimal discount,
        List<String> taxes,
        boolean delivery,
        BigDecimal subtotal,
        BigDecimal total,
        BigDecimal delivered,
        BigDecimal invoiced) {}

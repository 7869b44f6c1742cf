package io.shopoms.sandbox.odoo.view;

import java.math.BigDecimal;
import java.util.List;

/**
 * A sales order.
 *
 * @param externalId {@code module.name}; empty if it has none
 * @param deliveryStatus empty before there is a transfer
 * @param tags names
 */
public record OrderView(
        long id,
        String name,
        String externalId,
        String clientOrderRef,
        String origin,
        String state,
        String currency,
        String dateOrder,
        String partner,
        String invoiceAddress,
        String shippingAddress,
        String note,
        List<String> tags,
        BigDecimal untaxed,
        BigDecimal tax,
        BigDecimal total,
        String deliveryStatus,
        String invoiceStatus,
        boolean locked,
        List<LineView> lines,
        List<PickingView> pickings) {}

package io.shopoms.sandbox.odoo.view;

import java.math.BigDecimal;

/**
 * One change of stock, or the plan of one.
 *
 * @param reference name of the transfer or of the scrap, or what an adjustment is called
 * @param origin document behind it, such as a sales order; may be empty
 * @param adjustment whether somebody counted
 * @param quantity what is reserved, or on a done one what was moved
 */
public record MovementView(
        long id,
        String reference,
        String origin,
        boolean adjustment,
        String from,
        String to,
        BigDecimal quantity,
        String state,
        String writeDate) {}

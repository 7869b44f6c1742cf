package io.shopoms.sandbox.odoo.view;

import java.math.BigDecimal;
import java.util.List;

/**
 * A payment.
 *
 * @param name empty until it is posted
 * @param direction {@code inbound} or {@code outbound}
 * @param invoices names of the documents that it was set against or is linked to
 */
public record PaymentView(
        long id,
        String name,
        String externalId,
        String direction,
        String state,
        BigDecimal amount,
        String currency,
        String journal,
        String partner,
        String memo,
        String date,
        List<String> invoices) {}

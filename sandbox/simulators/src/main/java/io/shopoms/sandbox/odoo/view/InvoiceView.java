package io.shopoms.sandbox.odoo.view;

import java.math.BigDecimal;
import java.util.List;

/**
 * An invoice or a credit note.
 *
 * @param name empty until it is posted
 * @param externalId {@code module.name}; empty if it has none
 * @param type {@code out_invoice} or {@code out_refund}
 * @param origin names of its orders
 * @param invoiceDate empty until it is posted, unless it was given
 * @param reversalOf name of the invoice that it takes back; empty if none
 * @param residual what is still to be paid, in the document's currency
 */
public record InvoiceView(
        long id,
        String name,
        String externalId,
        String type,
        String state,
        String paymentState,
        String ref,
        String origin,
        String partner,
        String currency,
        String invoiceDate,
        String reversalOf,
        BigDecimal untaxed,
        BigDecimal tax,
        BigDecimal total,
        BigDecimal residual,
        List<InvoiceLineView> lines) {}

package io.shopoms.sandbox.odoo.view;

import java.math.BigDecimal;
import java.util.List;

/**
 * A line that people see on an invoice.
 *
 * @param sku empty for notes and for products without a code
 * @param displayType {@code product}, {@code line_section}, {@code line_subsection} or {@code line_note}
 * @param taxes names
 * @param orderLines ids of the order lines that it invoices or credits
 */
public record InvoiceLineView(
        long id,
        String externalId,
        String sku,
        String name,
        String displayType,
        BigDecimal quantity,
        BigDecimal priceUnit,
        BigDecimal discount,
        List<String> taxes,
        BigDecimal subtotal,
        BigDecimal total,
        List<Long> orderLines) {}

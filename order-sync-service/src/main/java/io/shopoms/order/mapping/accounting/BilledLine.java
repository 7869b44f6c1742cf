package io.shopoms.order.mapping.accounting;

import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A {@code sale.order.line} as accounting sees it.
 *
 * @param externalId absent on lines that people added
 * @param productId absent on notes
 * @param quantity units ordered
 * @param delivered units that have left the house and did not come back
 * @param toInvoice units that Odoo would invoice now, by the product's policy; negative when too many were invoiced
 * @param invoiced units in invoices less those in credit notes, drafts included
 * @param unitPrice in the prices that the order was made in
 * @param discount percent
 * @param total with tax
 */
public record BilledLine(
        long id,
        Optional<ExternalId> externalId,
        Optional<Long> productId,
        String name,
        BigDecimal quantity,
        BigDecimal delivered,
        BigDecimal toInvoice,
        BigDecimal invoiced,
        BigDecimal unitPrice,
        BigDecimal discount,
        List<Long> taxIds,
        BigDecimal total) {

    /** External ids of lines that stand for something of Shopify's order. */
    static final String ITEM = "line";

    static final String SHIPPING = "shipline";
    static final String DUTY = "dutyline";
    static final String ADJUSTMENT = "adjustline";

    public BilledLine {
        taxIds = List.copyOf(taxIds);
    }

    boolean isA(String kind) {
        return externalId.filter(id -> id.kind().equals(kind)).isPresent();
    }

    /** Whether more was invoiced than is ordered: what has to be credited with a link to the order. */
    boolean isOverInvoiced() {
        return invoiced.compareTo(quantity) > 0;
    }
}

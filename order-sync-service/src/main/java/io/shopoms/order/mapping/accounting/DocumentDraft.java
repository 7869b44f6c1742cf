package io.shopoms.order.mapping.accounting;

import io.shopoms.order.mapping.accounting.AccountingDocument.Kind;
import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invoice or a credit note as it should be.
 *
 * @param id its external id: the reason why there is never a second one
 * @param date the day on which it is issued
 * @param reference the order's name in Shopify
 * @param origin the sale order's name
 * @param reverses the invoice that a credit note takes back, where it is exactly one
 */
public record DocumentDraft(
        ExternalId id,
        Kind kind,
        long partnerId,
        LocalDate date,
        String reference,
        String origin,
        long currencyId,
        Optional<Long> reverses,
        List<Line> lines) {

    public DocumentDraft {
        lines = List.copyOf(lines);
    }

    /**
     * A line of it.
     *
     * @param unitPrice in the prices that the order was made in
     * @param discount percent
     * @param taxIds taxes; none means none, never the product's own
     * @param saleLineId the order line whose invoiced quantity it changes
     */
    public record Line(
            ExternalId id,
            Optional<Long> productId,
            String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            List<Long> taxIds,
            Optional<Long> saleLineId) {

        public Line {
            taxIds = List.copyOf(taxIds);
        }
    }
}

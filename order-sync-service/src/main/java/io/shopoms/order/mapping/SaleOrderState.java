package io.shopoms.order.mapping;

import java.math.BigDecimal;
import java.util.List;

/**
 * A {@code sale.order} as Odoo has it.
 *
 * @param name such as {@code S00042}
 * @param stage where it stands
 * @param locked whether Odoo refuses changes
 * @param deliveryStarted whether Odoo says that something of it was shipped
 * @param total with tax
 * @param tax the tax in it
 * @param note HTML
 */
public record SaleOrderState(
        long id,
        String name,
        Stage stage,
        boolean locked,
        boolean deliveryStarted,
        BigDecimal total,
        BigDecimal tax,
        long currencyId,
        List<Long> tagIds,
        long invoicePartnerId,
        long deliveryPartnerId,
        List<Long> pickingIds,
        String note,
        List<SaleLineState> lines) {

    /** The stages of an order. */
    public enum Stage {
        /** A quotation, sent or not. */
        QUOTATION,
        CONFIRMED,
        CANCELLED
    }

    public SaleOrderState {
        tagIds = List.copyOf(tagIds);
        pickingIds = List.copyOf(pickingIds);
        lines = List.copyOf(lines);
    }

    /** The same order at another stage. */
    public SaleOrderState at(Stage newStage) {
        return new SaleOrderState(
                id,
                name,
                newStage,
                locked,
                deliveryStarted,
                total,
                tax,
                currencyId,
                tagIds,
                invoicePartnerId,
                deliveryPartnerId,
                pickingIds,
                note,
                lines);
    }

    /** Whether the customer has anything of it. */
    public boolean isDelivered() {
        return lines.stream().anyMatch(line -> line.delivered().signum() > 0);
    }
}

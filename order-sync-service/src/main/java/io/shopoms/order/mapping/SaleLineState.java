package io.shopoms.order.mapping;

import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A {@code sale.order.line} as Odoo has it.
 *
 * @param externalId absent on lines that people added
 * @param delivered units that have left the house
 * @param subtotal without tax
 * @param total with tax
 * @param delivery whether it is shipping
 */
public record SaleLineState(
        long id,
        Optional<ExternalId> externalId,
        String name,
        BigDecimal quantity,
        BigDecimal delivered,
        BigDecimal unitPrice,
        List<Long> taxIds,
        BigDecimal subtotal,
        BigDecimal total,
        boolean delivery) {

    public SaleLineState {
        taxIds = taxIds.stream().sorted().toList();
    }

    /** The Shopify line item that it stands for. */
    public Optional<Long> shopifyLine() {
        return externalId.filter(id -> id.kind().equals("line")).map(LineIds::part);
    }

    /** What people call it: the first line of its text. */
    public String label() {
        return name.lines().findFirst().orElse("line " + id);
    }

    /** Whether shopOMS made it, as a line of this kind ({@code line}, {@code shipline}, …). */
    boolean isOurs(String kind) {
        return externalId.filter(id -> id.kind().equals(kind)).isPresent();
    }
}

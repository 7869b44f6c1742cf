package io.shopoms.order.mapping;

import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A {@code sale.order.line} as it should be.
 *
 * @param id its external id
 * @param sequence its place among the lines
 * @param productId absent for a note
 * @param name the text on documents
 * @param quantity units, positive; zero for a note
 * @param unitPrice net of discounts, in the prices that the order was made in
 * @param taxIds taxes; none means none, never the product's own
 * @param delivery whether it is shipping
 */
public record DraftLine(
        ExternalId id,
        int sequence,
        Optional<Long> productId,
        String name,
        BigDecimal quantity,
        BigDecimal unitPrice,
        List<Long> taxIds,
        boolean delivery) {

    public DraftLine {
        taxIds = List.copyOf(taxIds);
    }

    static DraftLine note(ExternalId id, int sequence, String text) {
        return new DraftLine(id, sequence, Optional.empty(), text, BigDecimal.ZERO, BigDecimal.ZERO, List.of(), false);
    }

    static DraftLine charge(
            ExternalId id, int sequence, long productId, String name, BigDecimal price, List<Long> taxIds) {
        return new DraftLine(id, sequence, Optional.of(productId), name, BigDecimal.ONE, price, taxIds, false);
    }

    public boolean isNote() {
        return productId.isEmpty();
    }
}

package io.shopoms.order.mapping.accounting;

import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An invoice or a credit note ({@code account.move}) as Odoo has it.
 *
 * @param externalId absent on documents that people made
 * @param name its number; while it is a draft, words that say so
 * @param total with tax, positive for both kinds
 * @param tax the tax in {@code total}
 * @param residual what is still open of {@code total}
 * @param lines without texts and taxes
 */
public record AccountingDocument(
        long id,
        Optional<ExternalId> externalId,
        Kind kind,
        State state,
        String name,
        BigDecimal total,
        BigDecimal tax,
        BigDecimal residual,
        List<Line> lines) {

    public AccountingDocument {
        lines = List.copyOf(lines);
    }

    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    public enum State {
        DRAFT,
        POSTED,
        CANCELLED
    }

    /**
     * A line that counts.
     *
     * @param saleLineIds the order lines that it bills or credits
     * @param quantity units
     * @param subtotal without tax
     * @param total with tax
     */
    public record Line(List<Long> saleLineIds, BigDecimal quantity, BigDecimal subtotal, BigDecimal total) {
        public Line {
            saleLineIds = List.copyOf(saleLineIds);
        }
    }

    /** Whether shopOMS made it, under this name. */
    public boolean is(ExternalId id) {
        return externalId.filter(id::equals).isPresent();
    }

    /** Whether shopOMS made it. */
    public boolean isOurs() {
        return externalId.filter(DocumentIds::isDocument).isPresent();
    }

    /** The same document after it was posted: all of it is open. */
    public AccountingDocument posted() {
        return new AccountingDocument(id, externalId, kind, State.POSTED, name, total, tax, total, lines);
    }
}

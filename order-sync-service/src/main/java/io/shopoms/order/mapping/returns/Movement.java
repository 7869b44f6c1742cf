package io.shopoms.order.mapping.returns;

import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A {@code stock.move} of an order line, between the house and the customer.
 *
 * @param picking the document's name, such as {@code WH/OUT/00042}
 * @param document the document's external id, where shopOMS made it
 * @param quantity units moved, or still to be moved
 * @param outgoing whether to the customer; otherwise back
 * @param returned the outgoing move that this one takes back
 * @param counted whether Odoo counts the units as not delivered once they are back
 */
public record Movement(
        long id,
        long pickingId,
        String picking,
        Optional<ExternalId> document,
        long lineId,
        long productId,
        BigDecimal quantity,
        Progress progress,
        boolean outgoing,
        Optional<Long> returned,
        boolean counted) {

    /** The kind of external id of the returns that shopOMS prepares. */
    public static final String RETURN_KIND = "return";

    /** How far a move is. */
    public enum Progress {
        DRAFT,
        OPEN,
        DONE,
        CANCELLED
    }

    boolean isDone() {
        return progress == Progress.DONE;
    }

    boolean isCancelled() {
        return progress == Progress.CANCELLED;
    }

    /** The refund for which shopOMS prepared it. */
    Optional<Long> refund() {
        return document.filter(id -> id.kind().equals(RETURN_KIND))
                .map(id -> Long.parseLong(id.key().substring(id.key().lastIndexOf('_') + 1)));
    }
}

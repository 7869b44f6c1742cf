package io.shopoms.order.mapping;

import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import java.util.Optional;

/** What becomes of an Odoo order whose Shopify order is cancelled. Delivered goods are never cancelled silently. */
public final class Cancellation {

    private Cancellation() {}

    /** Why the order cannot be cancelled; empty when it can, or is already. */
    public static Optional<RejectedByTarget> obstacle(SaleOrderState present) {
        if (present.stage() == SaleOrderState.Stage.CANCELLED) {
            return Optional.empty();
        }
        if (present.isDelivered()) {
            return Optional.of(new RejectedByTarget(
                    present.name() + " was cancelled in Shopify, but goods of it were delivered",
                    "Take the goods back with a return in Odoo and credit them, or leave the order as it is;"
                            + " shopOMS does not cancel what was delivered."));
        }
        if (present.locked()) {
            return Optional.of(Locked.failure(present, "it is cancelled in Shopify"));
        }
        return Optional.empty();
    }
}

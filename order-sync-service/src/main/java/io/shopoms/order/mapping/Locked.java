package io.shopoms.order.mapping;

import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;

/** A locked order takes no changes until a person unlocks it. */
public final class Locked {

    private Locked() {}

    /** @param what what would have to be changed */
    public static RejectedByTarget failure(SaleOrderState present, String what) {
        return new RejectedByTarget(
                present.name() + " is locked in Odoo: " + what,
                "Unlock the order in Odoo, then retry; or make the change there by hand.");
    }
}

package io.shopoms.fulfillment.cache;

import io.shopoms.model.ShopDomain;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** How far each store's Odoo was read: the newest change whose findings are stored. */
public interface PickingCursors {

    /**
     * The store's cursor.
     *
     * @param start where a store begins that was never read; kept, so that a first look that fails is not moved on
     */
    Uni<Instant> of(ShopDomain store, Instant start);

    /** Moves on, never back. */
    Uni<Void> advance(ShopDomain store, Instant until);
}

package io.shopoms.inventory.cache;

import io.shopoms.model.ShopDomain;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** How far the changes of stock in each store's Odoo were read, and when last. */
public interface StockCursors {

    /** @param start where a store begins that has no cursor yet; kept, so that a first look that fails is not moved on */
    Uni<Map<ShopDomain, Cursor>> of(Collection<ShopDomain> stores, Instant start);

    /** A look ended well: the cursors move on, never back. */
    Uni<Void> advance(Collection<ShopDomain> stores, Instant until);

    /**
     * How far a store's Odoo was read.
     *
     * @param until the newest change that was seen, by Odoo's clock
     * @param age how long ago the last look ended well; empty if there was none
     */
    record Cursor(Instant until, Optional<Duration> age) {}
}

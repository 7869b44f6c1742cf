package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.Drift;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import java.time.Instant;
import java.util.Optional;

/**
 * A drift as people see it.
 *
 * @param store whose level
 * @param drift what was found
 * @param product the Odoo product that the item stood for
 * @param sku as in Shopify
 * @param openedAt when it was called drift
 * @param decidedBy the person who decided; empty if the store's policy did
 * @param outcome what was done about it; empty as long as it is open
 * @param resolvedAt when
 */
public record StockDrift(
        ShopDomain store,
        Drift drift,
        Optional<OdooId> product,
        String sku,
        Instant openedAt,
        Optional<String> decidedBy,
        Optional<String> outcome,
        Optional<Instant> resolvedAt) {

    /** What Shopify had more (or, negative, less) than it should, in units. */
    public long difference() {
        return drift.after() - drift.before();
    }
}

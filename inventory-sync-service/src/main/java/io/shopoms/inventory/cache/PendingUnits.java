package io.shopoms.inventory.cache;

import io.shopoms.model.OdooId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.Map;

/**
 * Units of Shopify orders that are stored here and not yet in Odoo, and units that orders gave back and that no level of
 * Shopify has shown yet.
 */
public interface PendingUnits {

    /** Units by product, over all stores on the same Odoo as {@code store}; products without any are missing. */
    Uni<Map<OdooId, Long>> of(SqlConnection transaction, Store store, Collection<OdooId> products);
}

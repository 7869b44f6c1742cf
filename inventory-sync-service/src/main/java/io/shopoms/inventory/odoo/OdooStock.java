package io.shopoms.inventory.odoo;

import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;

/** Stock in Odoo, read. Failures as of {@link io.shopoms.sync.odoo.OdooClient}. */
public interface OdooStock {

    /**
     * The free stock of products at sources, now, in few calls.
     *
     * @return by product; one that Odoo does not show (deleted, no right) is missing, never zero
     */
    Uni<Map<OdooId, ProductStock>> free(Store store, Collection<OdooId> products, Collection<StockSource> sources);
}

package io.shopoms.inventory.odoo;

import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** Stock in Odoo, read. Failures as of {@link io.shopoms.sync.odoo.OdooClient}. */
public interface OdooStock {

    /** The most products that are read in one call; who has many more asks for so many at a time. */
    int PAGE = 500;

    /**
     * The free stock of products at sources, now: one call for each source and {@value #PAGE} products, and one or two to
     * see that the sources exist.
     */
    Uni<FreeStock> free(Store store, Collection<OdooId> products, Collection<StockSource> sources);
}

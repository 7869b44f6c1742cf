package io.shopoms.inventory.odoo;

import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** Stock in Odoo, read. Failures as of {@link io.shopoms.sync.odoo.OdooClient}. */
public interface OdooStock {

    /** The most products that are read in one call. */
    int PAGE = 500;

    /**
     * The free stock of products at sources, now: one call for each source and {@value #PAGE} products, and one or two to
     * see that the sources exist.
     */
    Uni<FreeStock> free(Store store, Collection<OdooId> products, Collection<StockSource> sources);

    /**
     * The same for any number of products, in pages of {@value #PAGE} in the order of their ids. A page is read when it is
     * asked for, so that no more than one need be held.
     */
    Multi<FreeStock> pages(Store store, Collection<OdooId> products, Collection<StockSource> sources);
}

package io.shopoms.inventory.odoo;

import io.shopoms.inventory.stock.StockSource;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The warehouses and stock locations of an Odoo. Failures as of {@link io.shopoms.sync.odoo.OdooClient}. */
public interface StockPlaces {

    /** All that can be mapped: warehouses by name, then locations by path. */
    Uni<List<StockPlace>> all(Store store);

    /** Looks at some of them, in one or two calls. */
    Uni<Found> find(Store store, Collection<StockSource> sources);

    /**
     * Whether two of these sources hold the same goods, because one lies in the other: offered by one store, they would be
     * sold twice. Those that Odoo does not have are left out.
     *
     * @return which two, in words; empty if all are apart
     */
    Uni<Optional<String>> overlap(Store store, Collection<StockSource> sources);

    /**
     * @param usable those that can be mapped
     * @param unusable the others, each with the reason
     */
    record Found(Map<StockSource, StockPlace> usable, Map<StockSource, SyncFailure> unusable) {

        public Found {
            usable = Map.copyOf(usable);
            unusable = Map.copyOf(unusable);
        }
    }
}

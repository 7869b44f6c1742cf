package io.shopoms.inventory.cache;

import io.shopoms.model.ShopifyId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** What is kept of stock, as the processor reads and changes it: in one snapshot, in one transaction. */
public interface StockBook {

    /** All that is known of these items, as of one moment. */
    Uni<StockSnapshot> load(Store store, Collection<ShopifyId> items);

    /**
     * Stores what a run brought about, all of it or nothing.
     *
     * <p>Fails as {@code TransientFailure}, with nothing stored, if a level is of another revision than the one that the
     * change started from, or an open write is closed already: then another worker had these items too.
     */
    Uni<Void> settle(Store store, Settlement settlement);
}

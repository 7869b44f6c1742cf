package io.shopoms.inventory.shopify;

import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Stock in Shopify: read and written. Failures as of {@link io.shopoms.sync.shopify.ShopifyClient}. */
public interface ShopifyStock {

    /** Reads items with all their levels, few calls for many. */
    Uni<ItemReadings> read(Store store, Collection<ShopifyId> items);

    /**
     * Writes numbers, up to 250 in a mutation, each mutation journaled before it is sent. A bad line is found out and
     * refused alone. Only for levels at which the item is stocked: at others Shopify counts what it does not show.
     *
     * @return one result for each line
     */
    Uni<List<WriteResult>> write(Store store, List<LevelWrite> lines);

    /**
     * Learns the outcome of an open write: sends it again with the same key and lines, or looks at the levels once Shopify
     * has forgotten the key. Nothing new is sent; a line that was not carried out is stale or refused, and if none was, the
     * journal has forgotten the write.
     */
    Uni<List<WriteResult>> repeat(Store store, OpenWrite write);

    /**
     * Has an item stocked at a location where it is not, without changing a quantity: Shopify keeps what it had there, or
     * begins with zero.
     *
     * @return why Shopify refuses it; empty if the item is stocked there now
     */
    Uni<Optional<SyncFailure>> stockAt(Store store, LevelKey level);
}

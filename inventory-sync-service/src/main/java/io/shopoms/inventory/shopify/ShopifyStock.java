package io.shopoms.inventory.shopify;

import io.shopoms.model.ShopifyId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Stock in Shopify: read and written. Failures as of {@link io.shopoms.sync.shopify.ShopifyClient}. */
public interface ShopifyStock {

    /** Reads items with all their levels, few calls for many; an item that Shopify does not know is missing. */
    Uni<Map<ShopifyId, ItemReading>> read(Store store, Collection<ShopifyId> items);

    /**
     * Writes numbers, up to 250 in a mutation, each mutation journaled before it is sent. A bad line is found out and
     * refused alone.
     *
     * @return one result for each line
     */
    Uni<List<WriteResult>> write(Store store, List<LevelWrite> lines);

    /** Sends an open write again, with the same key and lines, and so learns its outcome. */
    Uni<List<WriteResult>> repeat(Store store, OpenWrite write);
}

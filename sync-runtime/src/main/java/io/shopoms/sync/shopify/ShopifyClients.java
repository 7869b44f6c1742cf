package io.shopoms.sync.shopify;

import io.shopoms.sync.store.Store;

/** One {@link ShopifyClient} for each store, kept for the life of the process so that its throttle holds. */
public interface ShopifyClients {

    /** @throws io.shopoms.sync.failure.SyncFailureException misconfigured, naming the setting that is missing */
    ShopifyClient of(Store store);
}

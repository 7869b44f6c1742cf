package io.shopoms.inventory;

import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** What is known of orders, against what Shopify has. */
interface OrderNews {

    /**
     * Whether Shopify has an order, or a change of one, that nobody has told us of and that may explain a difference seen
     * since then.
     */
    Uni<Boolean> isMissing(Store store, Instant since);
}

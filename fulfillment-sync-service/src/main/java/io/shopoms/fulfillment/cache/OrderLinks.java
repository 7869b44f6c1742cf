package io.shopoms.fulfillment.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Which sale orders stand for which Shopify orders, as the order service told. */
public interface OrderLinks {

    Uni<Optional<OrderLink>> find(ShopDomain store, ShopifyId order);

    /**
     * Keeps each link unless a newer one is known: all of them in one transaction, in a few round trips.
     *
     * @param links of different orders
     * @return what each link changed
     */
    Uni<Map<OrderLink, Change>> save(Collection<OrderLink> links);

    /** What a link changed. */
    enum Change {
        /** A newer one was known: nothing. */
        OUTDATED,
        /** Shipments are mapped as before. */
        SAME_LINES,
        /** Shipments are mapped in another way, or it cannot be told: the event came again. */
        OTHER_LINES
    }
}

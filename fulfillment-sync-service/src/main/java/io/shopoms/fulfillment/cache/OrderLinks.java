package io.shopoms.fulfillment.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Which sale orders stand for which Shopify orders, as the order service told. */
public interface OrderLinks {

    Uni<Optional<OrderLink>> find(ShopDomain store, ShopifyId order);

    /**
     * Keeps the link unless a newer one is known.
     *
     * @return the link that it replaced: empty if there was none; the given one itself if it is older than the known one
     */
    Uni<Optional<OrderLink>> save(OrderLink link);
}

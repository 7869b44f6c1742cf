package io.shopoms.fulfillment.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What is remembered of the fulfillments of each order. Every change is a transaction of its own. */
public interface FulfillmentLinks {

    /** In the order of pickings and parts. */
    Uni<List<FulfillmentLink>> of(ShopDomain store, ShopifyId order);

    /**
     * Remembers, before Shopify is asked, that it will be.
     *
     * @return false if that part of the picking is remembered already: another worker is at it
     */
    Uni<Boolean> intend(ShopDomain store, ShopifyId order, FulfillmentLink intent);

    /** Keeps in mind what became of an intent, or what was found. What is certain never becomes an intent again. */
    Uni<Void> remember(ShopDomain store, ShopifyId order, FulfillmentLink link);

    /** Drops an intent, if it is one still. */
    Uni<Void> forget(ShopDomain store, ShopifyId order, FulfillmentLink intent);
}

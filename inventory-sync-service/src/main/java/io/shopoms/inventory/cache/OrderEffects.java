package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.OrderEffect;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The pool of what orders took out of stock and gave back, until levels show it or the grace is over. */
public interface OrderEffects {

    /** What is left of the effects on these items, oldest first. */
    Uni<List<OrderEffect>> of(SqlConnection transaction, ShopDomain store, Collection<ShopifyId> items);

    /** Stores what is left of effects, by id; 0 for nothing. One that is no longer there is left out. */
    Uni<Void> settle(SqlConnection transaction, Map<Long, Long> left);
}

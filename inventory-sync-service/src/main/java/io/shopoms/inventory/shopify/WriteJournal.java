package io.shopoms.inventory.shopify;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Keeps {@link OpenWrite}s; implemented by the cache. */
public interface WriteJournal {

    /** Completes when the write is committed to our database: only then may it be sent. */
    Uni<Void> open(ShopDomain store, OpenWrite write);

    /** Certain not to have been carried out: forgotten, and {@code next} (possibly none) opened in the same step. */
    Uni<Void> replace(ShopDomain store, UUID refused, List<OpenWrite> next);

    /** Writes that hold one of these items and whose outcome was never stored. */
    Uni<List<OpenWrite>> openOf(ShopDomain store, Collection<ShopifyId> items);
}

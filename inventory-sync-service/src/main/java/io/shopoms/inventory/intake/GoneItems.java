package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.LinkedItems;
import io.shopoms.inventory.cache.SeenStock;
import io.shopoms.inventory.shopify.ItemExistence;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Heals lost webhooks of deletions: asks Shopify which of the linked items it still has. */
@Singleton
class GoneItems {

    /** So few may always be missing. */
    private static final int FEW = 20;

    /** More than a tenth: rather the wrong store or key than a tenth of the range. */
    private static final int ONE_IN = 10;

    private final LinkedItems linked;
    private final ItemExistence existence;
    private final SeenStock seen;

    GoneItems(LinkedItems linked, ItemExistence existence, SeenStock seen) {
        this.linked = linked;
        this.existence = existence;
        this.seen = seen;
    }

    /** @return how many were deleted */
    Uni<Integer> take(Store store) {
        List<ShopifyId> missing = new ArrayList<>();
        return look(store, 0, 0, missing).chain(looked -> {
            if (missing.size() > Math.max(FEW, looked / ONE_IN)) {
                throw unbelievable(looked, missing.size());
            }
            return seen.gone(store.shop(), missing).replaceWith(missing.size());
        });
    }

    private Uni<Integer> look(Store store, long after, int looked, List<ShopifyId> missing) {
        return linked.after(store.shop(), after, ItemExistence.AT_ONCE).chain(items -> {
            if (items.isEmpty()) {
                return Uni.createFrom().item(looked);
            }
            return existence
                    .missing(store, items)
                    .invoke(missing::addAll)
                    .chain(() -> look(store, items.get(items.size() - 1).value(), looked + items.size(), missing));
        });
    }

    private static SyncFailureException unbelievable(int looked, int missing) {
        return new SyncFailureException(new RejectedByTarget(
                missing + " of " + looked + " linked items are not in Shopify; so many are not taken for deleted",
                "Check that the store's domain and access token belong together. If the items really were deleted, unlink"
                        + " them, or replay Shopify's inventory_items/delete webhooks from the gateway's log."));
    }
}

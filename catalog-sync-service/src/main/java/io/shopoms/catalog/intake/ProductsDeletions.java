package io.shopoms.catalog.intake;

import io.shopoms.catalog.cache.CachedProducts;
import io.shopoms.catalog.cache.ProductCache;
import io.shopoms.catalog.shopify.ShopifyCatalogSettings;
import io.shopoms.catalog.shopify.ShopifyProducts;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Heals lost webhooks of deletions, which no list of changes shows: asks Shopify which of the known products are still
 * there. What is not becomes a record as its webhook would have brought it.
 */
@ApplicationScoped
class ProductsDeletions implements ScheduledTask {

    /** As many ids as Shopify takes in one list. */
    private static final int AT_ONCE = 250;

    /** So few may always be missing. */
    private static final int FEW = 20;

    /** More than a tenth: rather the wrong store or key than a tenth of the range. */
    private static final int ONE_IN = 10;

    private final CachedProducts cached;
    private final ShopifyProducts products;
    private final CacheEntries entries;
    private final ProductCache cache;
    private final ShopifyCatalogSettings settings;
    private final Clock clock;

    ProductsDeletions(
            CachedProducts cached,
            ShopifyProducts products,
            CacheEntries entries,
            ProductCache cache,
            ShopifyCatalogSettings settings,
            Clock clock) {
        this.cached = cached;
        this.products = products;
        this.entries = entries;
        this.cache = cache;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "products-deletions";
    }

    @Override
    public Duration interval() {
        return settings.deletionsInterval();
    }

    @Override
    public Uni<String> run(Store store) {
        Instant asked = clock.instant();
        return look(store, 0, new Looked(0, List.of())).chain(looked -> {
            if (looked.missing().size() > Math.max(FEW, looked.count() / ONE_IN)) {
                throw unbelievable(looked);
            }
            return entries.store(cache, records(store, looked.missing(), asked))
                    .replaceWith(looked.count() + " products looked at, "
                            + looked.missing().size() + " deleted");
        });
    }

    private record Looked(long count, List<ShopifyId> missing) {

        Looked plus(int more, List<ShopifyId> moreMissing) {
            List<ShopifyId> all = new ArrayList<>(missing);
            all.addAll(moreMissing);
            return new Looked(count + more, List.copyOf(all));
        }
    }

    private Uni<Looked> look(Store store, long after, Looked before) {
        return cached.after(store.shop(), after, AT_ONCE).chain(ids -> {
            if (ids.isEmpty()) {
                return Uni.createFrom().item(before);
            }
            return products.missing(store, ids)
                    .chain(missing -> look(store, ids.get(ids.size() - 1).value(), before.plus(ids.size(), missing)));
        });
    }

    private List<RawRecord> records(Store store, List<ShopifyId> deleted, Instant asked) {
        Instant received = clock.instant();
        return deleted.stream()
                .map(id -> new RawRecord(
                        store.shop(), RawFormat.WEBHOOK, "{\"id\":" + id + "}", Optional.of(asked), received))
                .toList();
    }

    private static SyncFailureException unbelievable(Looked looked) {
        return new SyncFailureException(new RejectedByTarget(
                looked.missing().size() + " of " + looked.count()
                        + " known products are not in Shopify; so many are not taken for deleted",
                "Check that the store's domain and access token belong together. If the products really were deleted, replay"
                        + " Shopify's products/delete webhooks from the gateway's log."));
    }
}

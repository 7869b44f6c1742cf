package io.shopoms.order.intake;

import io.shopoms.order.OrderSettings;
import io.shopoms.order.cache.OrderCache;
import io.shopoms.order.shopify.OrderPages;
import io.shopoms.order.shopify.OrderPages.Page;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.CacheEntries.Stored;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.job.JobHandler;
import io.shopoms.sync.job.Period;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings orders that changed in a period from Shopify into the same cache as webhooks, a page a step. Oldest change first:
 * an order that changes meanwhile comes again at the end instead of being missed.
 */
@ApplicationScoped
class OrdersBackfill implements JobHandler {

    static final String TYPE = "orders";

    private final ShopifyClients shopify;
    private final OrderPages pages;
    private final CacheEntries entries;
    private final OrderCache cache;
    private final OrderSettings settings;
    private final Clock clock;

    OrdersBackfill(
            ShopifyClients shopify,
            OrderPages pages,
            CacheEntries entries,
            OrderCache cache,
            OrderSettings settings,
            Clock clock) {
        this.shopify = shopify;
        this.pages = pages;
        this.entries = entries;
        this.cache = cache;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void validate(Map<String, String> parameters) {
        Period.of(parameters);
    }

    @Override
    public Uni<Step> step(Store store, Map<String, String> parameters, Optional<String> checkpoint) {
        Period period = Period.of(parameters);
        Instant asked = clock.instant();
        return pages.read(shopify.of(store), period.from(), period.to(), checkpoint, settings.backfillPageSize())
                .chain(page -> entries.store(cache, records(store, page, asked))
                        .map(stored -> new Step(page.next(), counters(page, stored), OptionalLong.empty())));
    }

    private List<RawRecord> records(Store store, Page page, Instant asked) {
        Instant received = clock.instant();
        return page.orders().stream()
                .map(order -> new RawRecord(store.shop(), RawFormat.GRAPHQL, order, Optional.of(asked), received))
                .toList();
    }

    private static Counters counters(Page page, Stored stored) {
        return new Counters(
                page.orders().size(), stored.created(), stored.updated(), stored.skipped(), stored.rejected());
    }
}

package io.shopoms.order.intake;

import io.shopoms.model.ShopifyId;
import io.shopoms.order.cache.OrderCache;
import io.shopoms.order.cache.OrderSignals;
import io.shopoms.order.cache.OrderVersions;
import io.shopoms.order.policy.OrderPolicies;
import io.shopoms.order.policy.OrderPolicy.Documents;
import io.shopoms.order.shopify.OrdersById;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.cache.Outcome.Processed;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings orders of which something is known to have happened into the order cache, as they are now. What happened does not
 * matter: from there on the order is compared with Odoo like any other.
 */
@ApplicationScoped
class OrderSignalHandler implements EntryHandler {

    static final String KNOWN = "the cached order is newer";
    static final String READ = "the order was read again";
    static final String GONE =
            "Shopify no longer has the order, or the key may not read it; what Odoo has of it is left";

    private final OrderVersions versions;
    private final ShopifyClients shopify;
    private final OrdersById orders;
    private final CacheEntries entries;
    private final OrderCache cache;
    private final OrderPolicies policies;
    private final Clock clock;

    OrderSignalHandler(
            OrderVersions versions,
            ShopifyClients shopify,
            OrdersById orders,
            CacheEntries entries,
            OrderCache cache,
            OrderPolicies policies,
            Clock clock) {
        this.versions = versions;
        this.shopify = shopify;
        this.orders = orders;
        this.entries = entries;
        this.cache = cache;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OrderSignals.KIND;
    }

    @Override
    public Uni<List<Outcome>> handle(Store store, List<CacheEntry> signals) {
        return versions.find(
                        store.shop(), signals.stream().map(CacheEntry::recordId).toList())
                .chain(known -> {
                    List<ShopifyId> wanted = signals.stream()
                            .filter(signal -> !isKnown(known, signal))
                            .map(signal -> new ShopifyId(signal.recordId()))
                            .toList();
                    return read(store, wanted)
                            .call(() -> lookAgain(store, signals))
                            .map(found -> signals.stream()
                                    .map(signal -> outcome(signal, isKnown(known, signal), found))
                                    .toList());
                });
    }

    /**
     * Where shopOMS invoices, what happened may change the documents although the order says nothing new: a second part of
     * it was delivered, so that there is more to invoice.
     */
    private Uni<Integer> lookAgain(Store store, List<CacheEntry> signals) {
        return policies.of(store.shop()).invoices() == Documents.NONE
                ? Uni.createFrom().item(0)
                : entries.reprocess(
                        cache,
                        store.shop(),
                        signals.stream().map(CacheEntry::recordId).toList());
    }

    private static boolean isKnown(Map<Long, OrderVersions.Version> known, CacheEntry signal) {
        return Optional.ofNullable(known.get(signal.recordId()))
                .filter(version -> version.knows(signal))
                .isPresent();
    }

    private Uni<Map<ShopifyId, String>> read(Store store, List<ShopifyId> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Instant asked = clock.instant();
        return orders.read(shopify.of(store), wanted)
                .chain(found -> entries.store(
                                cache,
                                found.values().stream()
                                        .map(order -> record(store, order, asked))
                                        .toList())
                        .replaceWith(found));
    }

    private RawRecord record(Store store, String order, Instant asked) {
        return new RawRecord(store.shop(), RawFormat.GRAPHQL, order, Optional.of(asked), clock.instant());
    }

    private static Outcome outcome(CacheEntry signal, boolean known, Map<ShopifyId, String> found) {
        boolean present = found.containsKey(new ShopifyId(signal.recordId()));
        return new Processed(signal.recordId(), known ? KNOWN : present ? READ : GONE);
    }
}

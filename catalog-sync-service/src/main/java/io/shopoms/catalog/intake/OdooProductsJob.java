package io.shopoms.catalog.intake;

import io.shopoms.catalog.cache.OdooProductCache;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.CacheEntries.Stored;
import io.shopoms.sync.job.JobHandler;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads every template of a store's Odoo, page by page, and has each looked at again: for a catalog that is older than the
 * poll looks back, and after another side was chosen to lead.
 */
@Singleton
class OdooProductsJob implements JobHandler {

    private static final int AT_ONCE = 50;

    private final OdooClients odoos;
    private final OdooProducts products;
    private final CacheEntries entries;
    private final OdooProductCache kind;
    private final Clock clock;

    OdooProductsJob(
            OdooClients odoos, OdooProducts products, CacheEntries entries, OdooProductCache kind, Clock clock) {
        this.odoos = odoos;
        this.products = products;
        this.entries = entries;
        this.kind = kind;
        this.clock = clock;
    }

    @Override
    public String type() {
        return OdooProductCache.KIND;
    }

    @Override
    public void validate(Map<String, String> parameters) {
        if (!parameters.isEmpty()) {
            throw new IllegalArgumentException("parameters: none are expected, but there are " + parameters.keySet());
        }
    }

    @Override
    public Uni<Step> step(Store store, Map<String, String> parameters, Optional<String> checkpoint) {
        OdooClient odoo = odoos.of(store);
        Instant readAt = clock.instant();
        return products.page(odoo, checkpoint.map(Long::parseLong).orElse(0L), AT_ONCE)
                .chain(ids -> products.read(odoo, ids)
                        .chain(read -> keep(store, read.values(), readAt))
                        .map(stored -> step(ids, stored)));
    }

    private Uni<Stored> keep(Store store, Collection<OdooProduct> read, Instant readAt) {
        return entries.store(
                        kind,
                        read.stream()
                                .map(product -> OdooProductCache.record(store.shop(), product, readAt))
                                .toList())
                .call(() -> entries.reprocess(
                        kind,
                        store.shop(),
                        read.stream().map(OdooProduct::templateId).toList()));
    }

    private static Step step(List<Long> ids, Stored stored) {
        return new Step(
                ids.size() < AT_ONCE ? Optional.empty() : Optional.of(String.valueOf(ids.get(ids.size() - 1))),
                new Counters(ids.size(), stored.created(), stored.updated(), stored.skipped(), stored.rejected()),
                OptionalLong.empty());
    }
}

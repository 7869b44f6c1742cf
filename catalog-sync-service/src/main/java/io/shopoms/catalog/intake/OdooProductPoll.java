package io.shopoms.catalog.intake;

import io.shopoms.catalog.cache.OdooProductCache;
import io.shopoms.catalog.cache.OdooProductCursors;
import io.shopoms.catalog.odoo.ChangedTemplates;
import io.shopoms.catalog.odoo.ChangedTemplates.Changed;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.catalog.policy.CatalogPolicies;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.CacheEntries.Stored;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.job.SettledChanges;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds what changed in Odoo: asks which templates changed since the cursor, reads them whole, and stores them. Every look
 * overlaps the one before, because Odoo dates a change with the start of its transaction and shows whole seconds; what was
 * seen already changes nothing in the cache. A store whose Odoo leads nothing is left alone.
 */
@Singleton
class OdooProductPoll implements ScheduledTask {

    /** Templates that are read in one call. */
    private static final int AT_ONCE = 50;

    private final OdooClients odoos;
    private final ChangedTemplates changes;
    private final OdooProducts products;
    private final OdooProductCursors cursors;
    private final CacheEntries entries;
    private final OdooProductCache kind;
    private final CatalogPolicies policies;
    private final OdooPollSettings settings;
    private final Clock clock;
    private final Map<ShopDomain, SettledChanges<Changed>> settled = new ConcurrentHashMap<>();

    OdooProductPoll(
            OdooClients odoos,
            ChangedTemplates changes,
            OdooProducts products,
            OdooProductCursors cursors,
            CacheEntries entries,
            OdooProductCache kind,
            CatalogPolicies policies,
            OdooPollSettings settings,
            Clock clock) {
        this.odoos = odoos;
        this.changes = changes;
        this.products = products;
        this.cursors = cursors;
        this.entries = entries;
        this.kind = kind;
        this.policies = policies;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "odoo-products";
    }

    @Override
    public Duration interval() {
        return settings.pollInterval();
    }

    @Override
    public Uni<String> run(Store store) {
        if (policies.of(store.shop()).writtenFromOdoo().isEmpty()) {
            return Uni.createFrom().item("Odoo leads nothing of this store's catalog");
        }
        Instant start = clock.instant().minus(settings.pollLookBack());
        return cursors.of(store.shop(), start).chain(cursor -> look(store, cursor));
    }

    private Uni<String> look(Store store, Instant cursor) {
        OdooClient odoo = odoos.of(store);
        Instant since = cursor.minus(settings.pollOverlap());
        return changes.since(odoo, since).chain(changed -> {
            Instant newest = changed.stream()
                    .map(Changed::writtenAt)
                    .max(Instant::compareTo)
                    .orElse(cursor);
            return keep(store, odoo, changed)
                    .call(stored -> cursors.advance(store.shop(), newest))
                    .invoke(stored -> settled(store).forgetBefore(since))
                    .map(stored -> changed.size() + " changed templates, news of "
                            + stored.stream()
                                    .mapToInt(part -> part.created() + part.updated())
                                    .sum());
        });
    }

    private Uni<List<Stored>> keep(Store store, OdooClient odoo, List<Changed> changed) {
        List<Changed> open = settled(store).open(changed, clock.instant());
        return Multi.createFrom()
                .iterable(parts(open))
                .onItem()
                .transformToUniAndConcatenate(part -> {
                    Instant readAt = clock.instant();
                    return products.read(
                                    odoo, part.stream().map(Changed::templateId).toList())
                            .chain(read -> entries.store(kind, records(store, read.values(), readAt)))
                            .invoke(stored -> settled(store).stored(part, readAt));
                })
                .collect()
                .asList();
    }

    private static List<List<Changed>> parts(List<Changed> changed) {
        List<List<Changed>> parts = new ArrayList<>();
        for (int from = 0; from < changed.size(); from += AT_ONCE) {
            parts.add(changed.subList(from, Math.min(changed.size(), from + AT_ONCE)));
        }
        return parts;
    }

    private static List<RawRecord> records(Store store, Collection<OdooProduct> products, Instant readAt) {
        return products.stream()
                .map(product -> OdooProductCache.record(store.shop(), product, readAt))
                .toList();
    }

    private SettledChanges<Changed> settled(Store store) {
        return settled.computeIfAbsent(
                store.shop(),
                shop -> new SettledChanges<>(settings.pollOverlap(), Changed::templateId, Changed::writtenAt));
    }
}

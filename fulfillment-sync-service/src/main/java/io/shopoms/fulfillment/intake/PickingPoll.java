package io.shopoms.fulfillment.intake;

import io.shopoms.fulfillment.FulfillmentSettings;
import io.shopoms.fulfillment.cache.PickingCursors;
import io.shopoms.fulfillment.cache.ShipmentKind;
import io.shopoms.fulfillment.odoo.OrderOrigin;
import io.shopoms.fulfillment.odoo.Pickings;
import io.shopoms.fulfillment.odoo.Pickings.Changed;
import io.shopoms.fulfillment.odoo.Shipment;
import io.shopoms.fulfillment.odoo.ShipmentJson;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.CacheEntries.Stored;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.job.SettledChanges;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds what Odoo shipped: asks for pickings that changed since the cursor, reads all that was shipped of their sale
 * orders, and stores it. Every look overlaps the one before, because Odoo dates a change with the start of its
 * transaction and shows whole seconds; what was seen already changes nothing in the cache.
 */
@Singleton
public class PickingPoll implements ScheduledTask {

    /** Orders whose shipments are read in one call. */
    private static final int ORDERS_AT_ONCE = 50;

    private final Pickings pickings;
    private final PickingCursors cursors;
    private final CacheEntries entries;
    private final ShipmentKind kind;
    private final FulfillmentSettings settings;
    private final Clock clock;
    private final Map<ShopDomain, SettledChanges<Changed>> settled = new ConcurrentHashMap<>();

    PickingPoll(
            Pickings pickings,
            PickingCursors cursors,
            CacheEntries entries,
            ShipmentKind kind,
            FulfillmentSettings settings,
            Clock clock) {
        this.pickings = pickings;
        this.cursors = cursors;
        this.entries = entries;
        this.kind = kind;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pickings";
    }

    @Override
    public Duration interval() {
        return settings.poll().interval();
    }

    @Override
    public Uni<String> run(Store store) {
        Instant start = clock.instant().minus(settings.poll().lookBack());
        return cursors.of(store.shop(), start)
                .flatMap(cursor -> pages(store, since(cursor), 0, new Findings(cursor, 0, 0)))
                .call(findings -> cursors.advance(store.shop(), findings.newest()))
                .invoke(findings -> settled(store).forgetBefore(since(findings.newest())))
                .map(Findings::summary);
    }

    private Instant since(Instant cursor) {
        return cursor.minus(settings.poll().overlap());
    }

    private SettledChanges<Changed> settled(Store store) {
        return settled.computeIfAbsent(
                store.shop(), shop -> new SettledChanges<>(settings.poll().overlap(), Changed::id, Changed::writtenAt));
    }

    /** @param newest the newest change that was seen; the next look starts there */
    private record Findings(Instant newest, int changed, int news) {

        Findings plus(List<Changed> page, Stored stored) {
            Instant latest = page.stream()
                    .map(Changed::writtenAt)
                    .max(Instant::compareTo)
                    .orElse(newest);
            return new Findings(
                    latest.isAfter(newest) ? latest : newest,
                    changed + page.size(),
                    news + stored.created() + stored.updated());
        }

        String summary() {
            return changed + " changed pickings, news of " + news + " orders";
        }
    }

    private Uni<Findings> pages(Store store, Instant since, long afterId, Findings before) {
        int limit = settings.poll().pageSize();
        return pickings.changed(store, since, afterId, limit)
                .flatMap(page -> keep(store, page)
                        .map(stored -> before.plus(page, stored))
                        .flatMap(findings -> page.size() < limit
                                ? Uni.createFrom().item(findings)
                                : pages(store, since, page.get(page.size() - 1).id(), findings)));
    }

    private Uni<Stored> keep(Store store, List<Changed> page) {
        Instant readAt = clock.instant();
        return Multi.createFrom()
                .iterable(batches(store, settled(store).open(page, readAt)))
                .onItem()
                .transformToUniAndConcatenate(orders -> pickings.shipments(store, orders)
                        .flatMap(shipments -> entries.store(kind, records(store, shipments))))
                .collect()
                .in(Sum::new, Sum::add)
                .map(Sum::total)
                .invoke(stored -> settled(store).stored(page, readAt));
    }

    /** Only orders of this store: another one may share the Odoo, and has a poll of its own. */
    private static List<List<Long>> batches(Store store, List<Changed> page) {
        TreeSet<Long> orders = new TreeSet<>();
        page.stream()
                .filter(changed -> OrderOrigin.parse(changed.origin())
                        .filter(origin -> origin.shop().equals(store.shop()))
                        .isPresent())
                .forEach(changed -> orders.add(changed.order()));
        List<Long> all = new ArrayList<>(orders);
        List<List<Long>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += ORDERS_AT_ONCE) {
            batches.add(all.subList(from, Math.min(all.size(), from + ORDERS_AT_ONCE)));
        }
        return batches;
    }

    private List<RawRecord> records(Store store, List<Shipment> shipments) {
        Instant now = clock.instant();
        return shipments.stream()
                .map(shipment -> new RawRecord(
                        store.shop(), RawFormat.ODOO, ShipmentJson.write(shipment), Optional.of(now), now))
                .toList();
    }

    private static final class Sum {

        private Stored total = new Stored(0, 0, 0, 0);

        private void add(Stored more) {
            total = new Stored(
                    total.created() + more.created(),
                    total.updated() + more.updated(),
                    total.skipped() + more.skipped(),
                    total.rejected() + more.rejected());
        }

        private Stored total() {
            return total;
        }
    }
}

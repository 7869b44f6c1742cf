package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.LocationCache;
import io.shopoms.inventory.cache.LocationRecord;
import io.shopoms.inventory.cache.Locations;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Keeps locations as Shopify has them: one that is deactivated or deleted is no longer written to, one that comes back is
 * brought to its numbers. A store's only location is mapped to Odoo's only warehouse.
 */
@ApplicationScoped
class LocationHandler implements EntryHandler {

    private final Locations locations;
    private final OnlyWay onlyWay;

    LocationHandler(Locations locations, OnlyWay onlyWay) {
        this.locations = locations;
        this.onlyWay = onlyWay;
    }

    @Override
    public String kind() {
        return LocationCache.KIND;
    }

    @Override
    public boolean writesToOdoo() {
        return false;
    }

    @Override
    public Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> handle(store, entry))
                .collect()
                .asList();
    }

    private Uni<Outcome> handle(Store store, CacheEntry entry) {
        return Uni.createFrom()
                .deferred(() -> locations.take(store.shop(), LocationRecord.read(entry.raw())))
                .chain(said -> onlyWay.map(store).map(mapped -> said + mapped))
                .<Outcome>map(note -> new Outcome.Processed(entry.recordId(), note))
                .onFailure(SyncFailureException.class)
                .recoverWithItem(e -> new Outcome.Failed(entry.recordId(), ((SyncFailureException) e).failure()));
    }
}

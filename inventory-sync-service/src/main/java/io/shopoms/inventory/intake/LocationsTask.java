package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.LocationCache;
import io.shopoms.inventory.cache.LocationRecord;
import io.shopoms.inventory.cache.Locations;
import io.shopoms.inventory.cache.MappedLocation;
import io.shopoms.inventory.shopify.ShopifyLocation;
import io.shopoms.inventory.shopify.ShopifyLocations;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.CacheEntries.Stored;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the list of a store's locations honest where webhooks were lost: reads all of them, and stores each as its webhook
 * would have told it. One that Shopify does not list any more was deleted.
 */
@Singleton
class LocationsTask implements ScheduledTask {

    /** The name in {@code /api/scheduler}. */
    static final String NAME = "locations";

    private final ShopifyLocations shopify;
    private final Locations locations;
    private final CacheEntries entries;
    private final LocationCache kind;
    private final ShopifyLookSettings settings;
    private final Clock clock;

    LocationsTask(
            ShopifyLocations shopify,
            Locations locations,
            CacheEntries entries,
            LocationCache kind,
            ShopifyLookSettings settings,
            Clock clock) {
        this.shopify = shopify;
        this.locations = locations;
        this.entries = entries;
        this.kind = kind;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return settings.locationsInterval();
    }

    @Override
    public Uni<String> run(Store store) {
        Instant asked = clock.instant();
        return locations
                .of(store.shop())
                .chain(known -> shopify.list(store)
                        .chain(listed -> entries.store(kind, records(store, known, listed, asked))
                                .map(stored -> summary(listed, stored))));
    }

    /** What was known before Shopify was asked, and is not listed, is gone. */
    private static List<RawRecord> records(
            Store store, List<MappedLocation> known, List<ShopifyLocation> listed, Instant asked) {
        Set<ShopifyId> there = listed.stream().map(ShopifyLocation::id).collect(Collectors.toSet());
        Stream<LocationRecord> gone = known.stream()
                .filter(location -> location.deletedAt().isEmpty() && !there.contains(location.id()))
                .map(location -> new LocationRecord(location.id(), "", false, true, Optional.empty()));
        Stream<LocationRecord> present = listed.stream()
                .map(location ->
                        new LocationRecord(location.id(), location.name(), location.active(), false, Optional.empty()));
        return Stream.concat(present, gone)
                .map(location -> LocationCache.record(store.shop(), location, asked))
                .toList();
    }

    private static String summary(List<ShopifyLocation> listed, Stored stored) {
        return listed.size() + " locations, news of " + (stored.created() + stored.updated());
    }
}

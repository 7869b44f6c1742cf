package io.shopoms.inventory;

import io.shopoms.inventory.fixtures.StockWorld;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processor over a {@link StockWorld}. */
final class StockProcessors {

    private final StockWorld world;
    private final InventoryProcessor processor;

    StockProcessors(StockWorld world) {
        this.world = world;
        StockRounds rounds = new StockRounds(world.book, world.policies(), world.clock);
        this.processor = new InventoryProcessor(
                world.book,
                rounds,
                new OpenWrites(world.book.journal, world.shopify, world.book, rounds),
                new Sightings(world.shopify),
                new DriftDecisions(world.book, world.adjustments, (store, since) -> {
                    world.whileOrdersAreAskedFor.run();
                    return Uni.createFrom().item(world.ordersMissing);
                }),
                new NumberWork(world.odoo),
                new NumberWrites(world.shopify));
    }

    /** As the engine calls it; outcomes in the order of items. */
    List<Outcome> run(Store store, long... items) {
        return processor
                .handle(
                        store,
                        Arrays.stream(items)
                                .mapToObj(item -> entry(store, item))
                                .toList())
                .await()
                .indefinitely()
                .stream()
                .sorted(Comparator.comparingLong(Outcome::recordId))
                .toList();
    }

    private CacheEntry entry(Store store, long item) {
        return new CacheEntry(
                store.shop(), item, RawFormat.WEBHOOK, "{}", world.clock.instant(), Optional.empty(), 1, 1, Map.of());
    }
}

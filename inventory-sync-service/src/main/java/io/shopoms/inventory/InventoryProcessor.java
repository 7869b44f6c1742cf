package io.shopoms.inventory;

import io.shopoms.inventory.cache.InventoryCache;
import io.shopoms.inventory.cache.Settlement.ItemResult;
import io.shopoms.inventory.cache.StockBook;
import io.shopoms.inventory.mapping.DriftRules;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Brings Shopify's stock of a batch of items to what Odoo has free. Level-triggered: it is told that something may have
 * changed, reads what is known, looks at both sides and writes what differs.
 *
 * <p>Each step is stored before the next begins, and each may be repeated: a crash loses nothing and doubles nothing. Our own
 * database is read before Odoo, so that an order on its way there counts twice for a moment and never not at all.
 */
@Singleton
class InventoryProcessor implements EntryHandler {

    /** As many levels as one mutation takes. */
    private static final int BATCH = 250;

    /** Shopify may throttle us hard, and other batches wait for the same throttle. */
    private static final Duration DEADLINE = Duration.ofMinutes(15);

    /** When a difference is looked at again that is of age and not decided on. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** How often a batch's stale items are looked at before they wait for their next attempt. */
    private static final int ROUNDS = 4;

    private final StockBook book;
    private final StockRounds rounds;
    private final OpenWrites openWrites;
    private final Sightings sightings;
    private final DriftDecisions drifts;
    private final NumberWork numbers;
    private final NumberWrites writes;

    InventoryProcessor(
            StockBook book,
            StockRounds rounds,
            OpenWrites openWrites,
            Sightings sightings,
            DriftDecisions drifts,
            NumberWork numbers,
            NumberWrites writes) {
        this.book = book;
        this.rounds = rounds;
        this.openWrites = openWrites;
        this.sightings = sightings;
        this.drifts = drifts;
        this.numbers = numbers;
        this.writes = writes;
    }

    @Override
    public String kind() {
        return InventoryCache.KIND;
    }

    @Override
    public OptionalInt batchSize() {
        return OptionalInt.of(BATCH);
    }

    @Override
    public Optional<Duration> deadline() {
        return Optional.of(DEADLINE);
    }

    @Override
    public boolean writesToOdoo() {
        return false;
    }

    @Override
    public Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries) {
        List<ShopifyId> items =
                entries.stream().map(entry -> new ShopifyId(entry.recordId())).toList();
        return openWrites.close(store, items).chain(open -> {
            List<Outcome> outcomes = new ArrayList<>(waiting(items, open));
            List<ShopifyId> free =
                    items.stream().filter(item -> !open.containsKey(item)).toList();
            return bring(store, free, 1, outcomes).replaceWith(outcomes);
        });
    }

    private static List<Outcome> waiting(List<ShopifyId> items, Map<ShopifyId, SyncFailure> open) {
        return items.stream()
                .filter(open::containsKey)
                .<Outcome>map(item -> new Outcome.Failed(item.value(), open.get(item)))
                .toList();
    }

    private Uni<Void> bring(Store store, Collection<ShopifyId> items, int turn, List<Outcome> outcomes) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return rounds.begin(store, items)
                .call(sightings::look)
                .call(drifts::decide)
                .call(round -> numbers.compute(round).chain(plan -> writes.write(round, plan)))
                .call(round -> conclude(round, turn, outcomes))
                .chain(round -> bring(store, again(round, turn), turn + 1, outcomes));
    }

    private Uni<Void> conclude(StockRound round, int turn, List<Outcome> outcomes) {
        if (turn == ROUNDS) {
            round.items().stream()
                    .filter(ItemWork::isAgain)
                    .forEach(work -> work.fail(
                            new TransientFailure("Shopify's stock of the item changes faster than it can be written")));
        }
        List<ShopifyId> again = again(round, turn);
        List<ItemWork> ended = round.items().stream()
                .filter(work -> !again.contains(work.item()))
                .toList();
        return round.settle(
                        book, ended.stream().map(work -> result(round, work)).toList())
                .invoke(() -> ended.forEach(work -> outcomes.add(work.outcome())));
    }

    private static ItemResult result(StockRound round, ItemWork work) {
        Instant now = round.ledger().now();
        // What Odoo refuses to take over waits for a person; what may be an order is asked for again soon.
        Optional<Instant> age = DriftRules.nextAge(
                round.kept(work.item()).stream()
                        .filter(level -> !round.isAdopting(level.key()))
                        .toList(),
                round.policy().driftAfter());
        return work.result(
                now,
                Stream.of(age, work.unseenUntil(), work.unreadUntil())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .map(at -> at.isAfter(now) ? at : now.plus(SOON)));
    }

    /** An item of which another location's write is unknown waits for that to be learnt. */
    private static List<ShopifyId> again(StockRound round, int turn) {
        return turn == ROUNDS
                ? List.of()
                : round.items().stream()
                        .filter(work -> work.isAgain() && work.isOpen())
                        .map(ItemWork::item)
                        .toList();
    }
}

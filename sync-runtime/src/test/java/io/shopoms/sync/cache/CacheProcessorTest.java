package io.shopoms.sync.cache;

import static io.shopoms.sync.fixtures.Notes.ACME;
import static io.shopoms.sync.fixtures.Notes.BETA;
import static io.shopoms.sync.fixtures.Notes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sync.database.SchemaReady;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.fixtures.Settings;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Who works when. No timer ticks here: what is due is worked on because somebody woke it, or because the work before it
 * ended. Answers of the database come one after the other, when {@link #runAll} lets them.
 */
class CacheProcessorTest {

    private final Deque<Runnable> answers = new ArrayDeque<>();
    private final Map<String, MemoryClaims> claims = new HashMap<>();
    private final List<String> batches = new ArrayList<>();
    private Set<String> largeBatches = Set.of();
    private final List<CacheKind> kinds =
            List.of(new Kind("customers"), new Kind("merges"), new Kind("orders"), new Kind("privacy"));

    @Test
    void dueRowsAreClaimedAtOnceThoughOtherKindsLookForWorkBetween() {
        // Given
        CacheProcessor processor = processor(2);
        due("orders", ACME, 1, 600);

        // When
        processor.start(new SchemaReady());
        runAll();

        // Then
        assertThat(batches).hasSize(12).containsOnly("orders of acme: 50");
    }

    @Test
    void timerOfOtherKindsTakesNoPlaceAwayForLong() {
        // Given
        CacheProcessor processor = processor(1);
        processor.start(new SchemaReady());
        runAll();

        // When
        for (CacheKind kind : kinds) {
            processor.wake(kind, BETA);
        }
        due("orders", ACME, 1, 200);
        processor.wake(kinds.get(2), ACME);
        runAll();

        // Then
        assertThat(batches).hasSize(4).containsOnly("orders of acme: 50");
    }

    @Test
    void aBatchCostsAboutOneClaim() {
        // Given
        CacheProcessor processor = processor(2);
        due("orders", ACME, 1, 600);

        // When
        processor.start(new SchemaReady());
        runAll();

        // Then
        assertThat(claims.get("orders").claims).isBetween(12, 16);
        assertThat(claims.get("customers").claims).isEqualTo(2);
    }

    @Test
    void kindThatWaitsForAPlaceGetsItBeforeTheOtherIsThrough() {
        // Given
        CacheProcessor processor = processor(1);
        due("orders", ACME, 1, 300);
        due("customers", BETA, 1, 100);

        // When
        processor.start(new SchemaReady());
        runAll();

        // Then
        assertThat(batches).hasSize(8);
        assertThat(batches.subList(0, 4)).contains("customers of beta: 50", "orders of acme: 50");
    }

    @Test
    void handlerGetsBatchesOfItsOwnSizeInPlacesOfItsStoreIfItWritesNothingToOdoo() {
        // Given
        largeBatches = Set.of("orders");
        CacheProcessor processor = processor(1);
        due("orders", ACME, 1, 450);
        due("customers", ACME, 1, 50);

        // When
        processor.start(new SchemaReady());
        while (batches.size() < 2) {
            answers.remove().run();
        }

        // Then
        assertThat(batches).containsExactlyInAnyOrder("orders of acme: 200", "customers of acme: 50");
        runAll();
        assertThat(batches).hasSize(4).contains("orders of acme: 50");
    }

    @Test
    void rowThatComesWhileItsKindIsAskedForWorkIsNotOverlooked() {
        // Given
        CacheProcessor processor = processor(1);
        processor.start(new SchemaReady());
        answers.remove().run();

        // When
        due("orders", ACME, 1, 1);
        processor.wake(kinds.get(2), ACME);
        runAll();

        // Then
        assertThat(batches).containsExactly("orders of acme: 1");
    }

    @Test
    void pausedStoreHoldsNobodyUp() {
        // Given
        CacheProcessor processor = processor(1);
        due("orders", ACME, 1, 10);
        claims.get("orders").refuse = true;
        processor.start(new SchemaReady());
        runAll();
        assertThat(processor.paused()).hasSize(1);

        // When
        due("customers", ACME, 1, 100);
        kinds.forEach(kind -> processor.wake(kind, ACME));
        runAll();

        // Then
        assertThat(batches).contains("customers of acme: 50").hasSize(3);
    }

    private void runAll() {
        while (!answers.isEmpty()) {
            answers.remove().run();
        }
    }

    private void due(String kind, ShopDomain store, long first, long last) {
        LongStream.rangeClosed(first, last)
                .mapToObj(id -> claimed(store, id))
                .forEach(claims.get(kind).due(store)::add);
    }

    private CacheProcessor processor(int places) {
        ProcessingConfig config = Settings.of(
                ProcessingConfig.class, Map.of("shopoms.sync.processing.batches-per-odoo", Integer.toString(places)));
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        kinds.forEach(kind -> claims.put(kind.name(), new MemoryClaims()));
        return new CacheProcessor(
                new CacheKinds(
                        kinds,
                        kinds.stream()
                                .<EntryHandler>map(kind -> new Handler(kind.name()))
                                .toList(),
                        List.of()),
                new TwoStoresOfOneOdoo(),
                kind -> claims.get(kind.name()),
                config,
                new RetryPolicy(new Random(1)),
                new AttemptReport(new SimpleMeterRegistry(), clock),
                clock);
    }

    private static Claimed claimed(ShopDomain store, long id) {
        CacheEntry entry = new CacheEntry(store, id, RawFormat.WEBHOOK, "{}", NOON, Optional.empty(), 1, 1, Map.of());
        return new Claimed(entry, false, 0, NOON, NOON, Optional.empty());
    }

    /** Due rows in memory. What was claimed is not due again. */
    private final class MemoryClaims implements Claims {

        private final Map<ShopDomain, Deque<Claimed>> due = new HashMap<>();
        private int claims;
        private boolean refuse;

        Deque<Claimed> due(ShopDomain store) {
            return due.computeIfAbsent(store, shop -> new ArrayDeque<>());
        }

        @Override
        public Uni<List<Claimed>> claim(ShopDomain store, UUID owner, int limit, ProcessingConfig config) {
            claims++;
            List<Claimed> rows = new ArrayList<>();
            while (rows.size() < limit && !due(store).isEmpty()) {
                rows.add(due(store).remove());
            }
            return later(rows);
        }

        @Override
        public Uni<Integer> renew(ShopDomain store, UUID owner, ProcessingConfig config) {
            return later(0);
        }

        @Override
        public Uni<Integer> release(ShopDomain store, UUID owner) {
            return later(0);
        }

        @Override
        public Uni<Integer> wakeTransient(ShopDomain store) {
            return later(0);
        }

        @Override
        public Uni<Set<Long>> write(ShopDomain store, UUID owner, List<Verdict> verdicts) {
            return later(verdicts.stream()
                    .map(verdict -> verdict.claimed().entry().recordId())
                    .collect(Collectors.toSet()));
        }

        private <T> Uni<T> later(T answer) {
            return Uni.createFrom().emitter(emitter -> answers.add(() -> emitter.complete(answer)));
        }
    }

    private final class Handler implements EntryHandler {

        private final String kind;

        Handler(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public OptionalInt batchSize() {
            return largeBatches.contains(kind) ? OptionalInt.of(200) : OptionalInt.empty();
        }

        @Override
        public boolean writesToOdoo() {
            return !largeBatches.contains(kind);
        }

        @Override
        public Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries) {
            batches.add(kind + " of " + store.shop().handle() + ": " + entries.size());
            if (claims.get(kind).refuse) {
                return Uni.createFrom().failure(new SyncFailureException(new Misconfigured("wrong key", "Set it.")));
            }
            return Uni.createFrom()
                    .item(entries.stream()
                            .<Outcome>map(entry -> new Outcome.Processed(entry.recordId(), "ok"))
                            .toList());
        }
    }

    private record Kind(String name) implements CacheKind {

        @Override
        public String table() {
            return name + "_cache";
        }

        @Override
        public List<CacheColumn> columns() {
            return List.of();
        }

        @Override
        public boolean claims(WebhookTopic topic) {
            return false;
        }

        @Override
        public RecordKey key(RawRecord raw) {
            throw new IllegalStateException("nothing is taken in here");
        }
    }

    private static final class TwoStoresOfOneOdoo implements Stores {

        @Override
        public List<Store> all() {
            return List.of(store(ACME), store(BETA));
        }

        @Override
        public Optional<Store> find(ShopDomain shop) {
            return all().stream().filter(store -> store.shop().equals(shop)).findFirst();
        }

        private static Store store(ShopDomain shop) {
            return new Store(
                    shop,
                    Optional.empty(),
                    Optional.of(new Store.OdooConnection(
                            URI.create("http://odoo.example"), "db", "key", Store.Transport.JSON2, Optional.empty())));
        }
    }
}

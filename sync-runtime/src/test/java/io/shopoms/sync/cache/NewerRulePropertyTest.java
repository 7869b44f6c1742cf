package io.shopoms.sync.cache;

import static io.shopoms.sync.fixtures.Notes.ACME;
import static io.shopoms.sync.fixtures.Notes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.embedded.EmbeddedServers;
import io.shopoms.sync.fixtures.NoteKind;
import io.shopoms.sync.fixtures.Notes;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The rule of which version holds, in Java and in SQL, in whatever order and batches versions arrive. */
class NewerRulePropertyTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final NoteKind KIND = new NoteKind();
    private static final AtomicLong IDS = new AtomicLong(1);

    private static Vertx vertx;
    private static Pool pool;

    @BeforeContainer
    static void migrate() throws IOException {
        EmbeddedServers.startDatabase();
        vertx = Vertx.vertx();
        String uri = EmbeddedServers.databaseUrl().replaceFirst("^jdbc:", "");
        PgConnectOptions options = PgConnectOptions.fromUri(uri).addProperty("search_path", "newer_rule");
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(options)
                .using(vertx)
                .build();
        run("drop schema if exists newer_rule cascade; create schema newer_rule;");
        run(resource("/db/sync-runtime/V0.2.0__sync_runtime.sql"));
        run(resource("/db/sync-runtime/V0.4.0__trace.sql"));
        run(resource("/db/test/V1.0.0__test_tables.sql"));
    }

    @AfterContainer
    static void close() {
        pool.close().await().atMost(LIMIT);
        vertx.close().await().atMost(LIMIT);
    }

    /** A version in small numbers, so that dates and contents often meet. */
    record V(int updated, Optional<Integer> triggered, int text, boolean cod) {}

    @Property(tries = 150)
    void sqlAndJavaAgreeOnWhatHolds(
            @ForAll("versions") List<V> versions, @ForAll @IntRange(min = 1, max = 5) int batch) {
        long id = IDS.getAndIncrement();
        List<RowVersion> rows = versions.stream().map(v -> row(id, v)).toList();

        for (int from = 0; from < rows.size(); from += batch) {
            store(rows.subList(from, Math.min(from + batch, rows.size())));
        }

        RowVersion expected =
                new NewestWins(KIND.columns()).collapse(rows).iterator().next();
        Row stored = stored(id);
        assertThat(stored.getOffsetDateTime("source_updated_at").toInstant())
                .isEqualTo(expected.key().sourceUpdatedAt());
        assertThat(stored.getBuffer("content_hash").getBytes()).isEqualTo(expected.contentHash());
        assertThat(stored.getString("payment")).isEqualTo(expected.columns().get("payment"));
    }

    @Property(tries = 100)
    void orderOfArrivalDoesNotMatterWhenDatesDiffer(@ForAll("versions") List<V> versions, @ForAll long seed) {
        List<V> distinct = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            V v = versions.get(i);
            distinct.add(new V(i, v.triggered(), v.text(), v.cod()));
        }
        long sorted = IDS.getAndIncrement();
        long shuffled = IDS.getAndIncrement();
        List<V> other = new ArrayList<>(distinct);
        Collections.shuffle(other, new Random(seed));

        distinct.sort(Comparator.comparingInt(V::updated));
        distinct.forEach(v -> store(List.of(row(sorted, v))));
        other.forEach(v -> store(List.of(row(shuffled, v))));

        assertThat(stored(shuffled).getBuffer("content_hash"))
                .isEqualTo(stored(sorted).getBuffer("content_hash"));
        assertThat(stored(shuffled).getString("payment"))
                .isEqualTo(stored(sorted).getString("payment"));
        assertThat(stored(shuffled).getOffsetDateTime("source_updated_at"))
                .isEqualTo(stored(sorted).getOffsetDateTime("source_updated_at"));
    }

    @Property(tries = 20)
    void sameVersionAgainChangesNothing(@ForAll("versions") List<V> versions) {
        long id = IDS.getAndIncrement();
        RowVersion row = row(id, versions.get(0));
        store(List.of(row));
        run("update note_cache set status = 'PROCESSED' where record_id = " + id);

        CacheEntries.Stored again = store(List.of(row));

        assertThat(again).isEqualTo(new CacheEntries.Stored(0, 0, 1, 0));
        assertThat(stored(id).getString("status")).isEqualTo("PROCESSED");
        assertThat(stored(id).getLong("version")).isEqualTo(1);
    }

    @Provide
    Arbitrary<List<V>> versions() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 3);
        return Combinators.combine(small, small.optional(), small, Arbitraries.of(true, false, false))
                .as(V::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static RowVersion row(long id, V v) {
        Instant updated = NOON.plusSeconds(v.updated());
        RawRecord raw = new RawRecord(
                ACME,
                RawFormat.WEBHOOK,
                Notes.json(id, updated, "text " + v.text(), v.cod() ? "COD" : "Prepaid"),
                v.triggered().map(t -> NOON.plusSeconds(10).plusNanos(t * 400L)),
                NOON.plusSeconds(10));
        return RowVersion.of(KIND, raw, KIND.key(raw));
    }

    private static CacheEntries.Stored store(List<RowVersion> rows) {
        return pool.withTransaction(transaction -> new CacheRows(KIND, Optional.empty()).store(transaction, rows))
                .await()
                .atMost(LIMIT);
    }

    private static Row stored(long id) {
        return pool.query("select * from note_cache where record_id = " + id)
                .execute()
                .await()
                .atMost(LIMIT)
                .iterator()
                .next();
    }

    private static void run(String sql) {
        pool.query(sql).execute().await().atMost(LIMIT);
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = NewerRulePropertyTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

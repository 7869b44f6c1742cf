package io.shopoms.sync.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.StoredText;
import io.shopoms.sync.failure.SyncFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Claims, leases and outcomes of one kind, in its table. */
final class CacheClaims implements Claims {

    private final Database database;
    private final Statements statements;
    private final List<CacheColumn> columns;
    private final Clock clock;

    /** Made once: each is the same text for every call. */
    private record Statements(
            String claim,
            String renew,
            String release,
            String wake,
            String reprocess,
            String wakeTransient,
            String outcomes) {

        static Statements of(CacheTable table) {
            return new Statements(
                    table.claim(),
                    table.renew(),
                    table.release(),
                    table.wake(),
                    table.reprocess(),
                    table.wakeTransient(),
                    table.outcomes());
        }
    }

    CacheClaims(Database database, CacheKind kind, Clock clock) {
        this.database = database;
        this.statements = Statements.of(new CacheTable(kind));
        this.columns = List.copyOf(kind.columns());
        this.clock = clock;
    }

    @Override
    public Uni<List<Claimed>> claim(ShopDomain store, UUID owner, int limit, ProcessingConfig config) {
        Tuple parameters = Tuple.of(
                store.value(), limit, config.batchBytes(), owner, config.lease().toMillis());
        return database.query(statements.claim(), parameters).map(rows -> claimed(store, rows));
    }

    @Override
    public Uni<Integer> renew(ShopDomain store, UUID owner, ProcessingConfig config) {
        return count(
                statements.renew(),
                Tuple.of(store.value(), owner, config.lease().toMillis()));
    }

    @Override
    public Uni<Integer> release(ShopDomain store, UUID owner) {
        return count(statements.release(), Tuple.of(store.value(), owner));
    }

    Uni<Integer> wake(ShopDomain store, Collection<Long> ids) {
        return count(statements.wake(), Tuple.of(store.value(), ids.toArray(Long[]::new)));
    }

    Uni<Integer> reprocess(ShopDomain store, Collection<Long> ids) {
        return count(statements.reprocess(), Tuple.of(store.value(), ids.toArray(Long[]::new)));
    }

    @Override
    public Uni<Integer> wakeTransient(ShopDomain store) {
        return count(statements.wakeTransient(), Tuple.of(store.value()));
    }

    /** In one statement for all verdicts of a batch. */
    @Override
    public Uni<Set<Long>> write(ShopDomain store, UUID owner, List<Verdict> verdicts) {
        Tuple tuple = Tuple.of(store.value(), owner);
        tuple.addValue(array(verdicts, v -> v.claimed().entry().recordId(), Long[]::new));
        tuple.addValue(array(verdicts, v -> v.claimed().entry().version(), Long[]::new));
        tuple.addValue(array(verdicts, v -> v.status().name(), String[]::new));
        tuple.addValue(array(verdicts, failure(SyncFailure::kind), String[]::new));
        tuple.addValue(array(verdicts, failure(SyncFailure::message), String[]::new));
        tuple.addValue(array(verdicts, failure(SyncFailure::remedy), String[]::new));
        tuple.addValue(array(verdicts, v -> v.note().map(StoredText::of).orElse(null), String[]::new));
        tuple.addValue(array(verdicts, v -> v.delay().toMillis(), Long[]::new));
        tuple.addValue(array(verdicts, Verdict::counted, Boolean[]::new));
        tuple.addValue(array(verdicts, Verdict::alone, Boolean[]::new));
        tuple.addValue(array(verdicts, this::line, String[]::new));
        return database.query(statements.outcomes(), tuple).map(rows -> {
            Set<Long> current = new HashSet<>();
            for (Row row : rows) {
                if (row.getBoolean("current")) {
                    current.add(row.getLong("record_id"));
                }
            }
            return current;
        });
    }

    /** One line of a row's history, for people. */
    private String line(Verdict verdict) {
        String what = verdict.failure()
                .map(failure -> failure.kind() + ": " + failure.message())
                .or(verdict::note)
                .orElse("");
        return StoredText.of(
                clock.instant().truncatedTo(ChronoUnit.MILLIS) + " v"
                        + verdict.claimed().entry().version() + " attempt "
                        + verdict.claimed().entry().attempts() + " " + verdict.outcome() + " " + what,
                StoredText.LINE);
    }

    List<Claimed> claimed(ShopDomain store, RowSet<Row> rows) {
        List<Claimed> claimed = new ArrayList<>();
        for (Row row : rows) {
            claimed.add(claimed(store, row));
        }
        claimed.sort(Comparator.comparingLong(c -> c.entry().recordId()));
        return claimed;
    }

    private Claimed claimed(ShopDomain store, Row row) {
        Map<String, String> own = new HashMap<>();
        for (CacheColumn column : columns) {
            String value = row.getString(column.name());
            if (value != null) {
                own.put(column.name(), value);
            }
        }
        CacheEntry entry = new CacheEntry(
                store,
                row.getLong("record_id"),
                RawFormat.valueOf(row.getString("raw_format")),
                row.getString("raw"),
                instant(row, "source_updated_at"),
                Optional.ofNullable(row.getOffsetDateTime("triggered_at")).map(OffsetDateTime::toInstant),
                row.getLong("version"),
                row.getInteger("attempts"),
                Map.copyOf(own));
        return new Claimed(
                entry,
                row.getBoolean("alone"),
                row.getInteger("lost_leases"),
                instant(row, "stored_at"),
                instant(row, "pending_since"),
                Optional.ofNullable(row.getString("trace_id")));
    }

    private Uni<Integer> count(String sql, Tuple parameters) {
        return database.query(sql, parameters).map(RowSet::rowCount);
    }

    private static Function<Verdict, String> failure(Function<SyncFailure, String> text) {
        return verdict -> verdict.failure().map(text).map(StoredText::of).orElse(null);
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static <T> T[] array(List<Verdict> verdicts, Function<Verdict, T> value, IntFunction<T[]> type) {
        return verdicts.stream().map(value).toArray(type);
    }
}

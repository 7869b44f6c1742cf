package io.shopoms.sync.cache;

import io.shopoms.sync.cache.CacheEntries.Stored;
import io.shopoms.sync.cache.IntakeParticipant.Arrived;
import io.shopoms.sync.cache.RowVersion.RowId;
import io.shopoms.sync.failure.UnexpectedFailures;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Writes versions into one kind's table, together with whoever takes part in that. */
final class CacheRows {

    private final String upsert;
    private final List<CacheColumn> columns;
    private final NewestWins newest;
    private final Optional<IntakeParticipant> participant;

    CacheRows(CacheKind kind, Optional<IntakeParticipant> participant) {
        this.upsert = new CacheTable(kind).upsert();
        this.columns = List.copyOf(kind.columns());
        this.newest = new NewestWins(columns);
        this.participant = participant;
    }

    /**
     * Stores versions inside the caller's transaction.
     *
     * @param versions in order of arrival
     */
    Uni<Stored> store(SqlConnection transaction, List<RowVersion> versions) {
        if (versions.isEmpty()) {
            return Uni.createFrom().item(new Stored(0, 0, 0, 0));
        }
        Collection<RowVersion> rows = newest.collapse(versions);
        return transaction
                .preparedQuery(upsert)
                .execute(parameters(rows))
                .call(changed -> participant.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tell(participant.get(), transaction, arrived(versions, rows, changed)))
                .map(changed -> count(changed, versions.size()));
    }

    /** What throws at once has come upon an arrival that it does not understand; what fails later, upon an outage. */
    private static Uni<Void> tell(IntakeParticipant participant, SqlConnection transaction, List<Arrived> arrivals) {
        try {
            return participant.arrived(transaction, arrivals);
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(new NotTakenException(UnexpectedFailures.describe(e)));
        }
    }

    /** A row may also have changed for the sake of a kept value, without taking over the record: its hash tells. */
    private static List<Arrived> arrived(List<RowVersion> versions, Collection<RowVersion> rows, RowSet<Row> changed) {
        Map<RowId, Row> changes = new HashMap<>();
        for (Row row : changed) {
            if (row.getBoolean("changed")) {
                changes.put(new RowId(row.getString("store"), row.getLong("record_id")), row);
            }
        }
        Map<RawRecord, Long> news = new IdentityHashMap<>();
        for (RowVersion version : rows) {
            Row row = changes.get(version.id());
            if (row != null && Arrays.equals(row.getBuffer("content_hash").getBytes(), version.contentHash())) {
                news.put(version.raw(), row.getLong("version"));
            }
        }
        return versions.stream()
                .map(version -> new Arrived(
                        version.raw(),
                        version.key(),
                        news.containsKey(version.raw())
                                ? OptionalLong.of(news.get(version.raw()))
                                : OptionalLong.empty()))
                .toList();
    }

    private Tuple parameters(Collection<RowVersion> rows) {
        Tuple tuple = Tuple.tuple();
        tuple.addValue(array(rows, row -> row.raw().store().value(), String[]::new));
        tuple.addValue(array(rows, row -> row.key().recordId(), Long[]::new));
        tuple.addValue(array(rows, row -> row.raw().text(), String[]::new));
        tuple.addValue(array(rows, row -> row.raw().format().name(), String[]::new));
        tuple.addValue(array(rows, row -> Buffer.buffer(row.contentHash()), Buffer[]::new));
        tuple.addValue(array(rows, row -> utc(row.key().sourceUpdatedAt()), OffsetDateTime[]::new));
        tuple.addValue(array(rows, row -> utc(row.raw().triggeredAt()), OffsetDateTime[]::new));
        tuple.addValue(array(rows, row -> utc(row.raw().receivedAt()), OffsetDateTime[]::new));
        tuple.addValue(array(rows, row -> row.raw().traceId().orElse(null), String[]::new));
        for (CacheColumn column : columns) {
            tuple.addValue(array(rows, row -> row.columns().get(column.name()), String[]::new));
        }
        columns.stream().map(CacheColumn::keptOnce).flatMap(Optional::stream).forEach(tuple::addString);
        return tuple;
    }

    private static Stored count(RowSet<Row> changed, int given) {
        int created = 0;
        int updated = 0;
        for (Row row : changed) {
            if (row.getBoolean("created")) {
                created++;
            } else if (row.getBoolean("changed")) {
                updated++;
            }
        }
        return new Stored(created, updated, given - created - updated, 0);
    }

    private static <T> T[] array(
            Collection<RowVersion> rows, Function<RowVersion, T> value, java.util.function.IntFunction<T[]> type) {
        return rows.stream().map(value).toArray(type);
    }

    private static OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(CacheRows::utc).orElse(null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Whoever takes part in the intake cannot cope with an arrival. */
    static final class NotTakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTakenException(String reason) {
            super(reason, null, false, false);
        }
    }
}

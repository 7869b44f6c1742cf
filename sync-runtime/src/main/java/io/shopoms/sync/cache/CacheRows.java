package io.shopoms.sync.cache;

import io.shopoms.sync.cache.CacheEntries.Stored;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes versions into one kind's table. */
final class CacheRows {

    private final String upsert;
    private final List<CacheColumn> columns;
    private final NewestWins newest;

    CacheRows(CacheKind kind) {
        this.upsert = new CacheTable(kind).upsert();
        this.columns = List.copyOf(kind.columns());
        this.newest = new NewestWins(columns);
    }

    /**
     * Stores versions inside the caller's transaction.
     *
     * @param versions in order of arrival
     */
    Uni<Stored> upsert(SqlConnection transaction, List<RowVersion> versions) {
        if (versions.isEmpty()) {
            return Uni.createFrom().item(new Stored(0, 0, 0, 0));
        }
        Collection<RowVersion> rows = newest.collapse(versions);
        return transaction
                .preparedQuery(upsert)
                .execute(parameters(rows))
                .map(changed -> count(changed, versions.size()));
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
}

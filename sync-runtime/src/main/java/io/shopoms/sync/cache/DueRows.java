package io.shopoms.sync.cache;

import io.shopoms.model.ShopDomain;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Makes rows due inside a transaction of the service: what makes them due is stored together with that, or neither is.
 */
@ApplicationScoped
public class DueRows {

    private final CacheProcessor processor;
    private final Map<String, String> statements = new HashMap<>();

    DueRows(CacheProcessor processor, CacheKinds kinds) {
        this.processor = processor;
        kinds.all().forEach(kind -> statements.put(kind.name(), new CacheTable(kind).require()));
    }

    /**
     * Makes the rows of these records due with fresh attempts, whatever their status. A row that is there keeps its record;
     * one that is missing is made from the given one. The rows stay locked until the transaction ends; the processor is
     * woken when it has committed.
     *
     * @param records of any stores; several of one row count as one
     * @return how many rows are due now
     */
    public Uni<Integer> require(SqlConnection transaction, CacheKind kind, Collection<RawRecord> records) {
        SortedMap<RowVersion.RowId, RowVersion> rows = new TreeMap<>();
        records.forEach(raw -> {
            RowVersion version = RowVersion.of(kind, raw, kind.key(raw));
            rows.put(version.id(), version);
        });
        return rows.isEmpty()
                ? Uni.createFrom().item(0)
                : transaction
                        .preparedQuery(statements.get(kind.name()))
                        .execute(parameters(rows.values()))
                        .map(RowSet::rowCount)
                        .invoke(due -> wakeWhenCommitted(transaction, kind, rows.values()));
    }

    private void wakeWhenCommitted(SqlConnection transaction, CacheKind kind, Collection<RowVersion> rows) {
        Set<ShopDomain> stores = rows.stream().map(row -> row.raw().store()).collect(Collectors.toSet());
        transaction
                .getDelegate()
                .transaction()
                .completion()
                .onSuccess(committed -> stores.forEach(store -> processor.wake(kind, store)));
    }

    private static Tuple parameters(Collection<RowVersion> rows) {
        return Tuple.tuple()
                .addValue(array(rows, row -> row.raw().store().value(), String[]::new))
                .addValue(array(rows, row -> row.key().recordId(), Long[]::new))
                .addValue(array(rows, row -> row.raw().text(), String[]::new))
                .addValue(array(rows, row -> row.raw().format().name(), String[]::new))
                .addValue(array(rows, row -> Buffer.buffer(row.contentHash()), Buffer[]::new))
                .addValue(array(rows, row -> utc(row.key().sourceUpdatedAt()), OffsetDateTime[]::new))
                .addValue(array(rows, row -> utc(row.raw().receivedAt()), OffsetDateTime[]::new));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> T[] array(Collection<RowVersion> rows, Function<RowVersion, T> value, IntFunction<T[]> type) {
        return rows.stream().map(value).toArray(type);
    }
}

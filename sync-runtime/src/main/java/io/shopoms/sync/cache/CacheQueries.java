package io.shopoms.sync.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people ask of the cache, and what they do with it. */
@ApplicationScoped
public class CacheQueries {

    private static final String SHOWN = "store, record_id, raw_format, status, version, attempts, next_attempt_at,"
            + " coalesce(lease_until > now(), false) as in_work, failure_kind, failure_message, failure_remedy, note,"
            + " source_updated_at, triggered_at, received_at, pending_since, processed_at";

    private final Database database;
    private final CacheProcessor processor;

    CacheQueries(Database database, CacheProcessor processor) {
        this.database = database;
        this.processor = processor;
    }

    /**
     * Rows of one store that have a status and a failure kind in common.
     *
     * @param oldest since when the first of them waits; for pending rows only
     */
    public record Group(
            ShopDomain store, CacheStatus status, Optional<String> failure, long rows, Optional<Instant> oldest) {}

    /** Where a page of the list ended. */
    public record Place(Instant receivedAt, String store, long recordId) {}

    /** Counts by store, status and failure kind. Open rows come from a partial index, the rest is what remains. */
    public Uni<List<Group>> status(CacheKind kind) {
        String table = kind.table();
        String sql = "select store, status, failure_kind, count(*) as rows,"
                + " min(pending_since) filter (where status = 'PENDING') as oldest from " + table
                + " where status <> 'PROCESSED' group by store, status, failure_kind"
                + " union all select store, 'PROCESSED', null, count(*), null from " + table + " group by store"
                + " order by 1, 2, 3";
        return database.query(sql, Tuple.tuple()).map(CacheQueries::groups);
    }

    /** Newest first. */
    public Uni<List<CacheRow>> list(CacheKind kind, CacheFilter filter, Optional<Place> after, int limit) {
        Tuple parameters = Tuple.tuple();
        StringBuilder sql = new StringBuilder("select ").append(SHOWN).append(own(kind));
        sql.append(" from ").append(kind.table()).append(" where ");
        sql.append(filter.where(kind.columns(), parameters));
        after.ifPresent(place -> {
            int first = parameters.size() + 1;
            parameters.addOffsetDateTime(place.receivedAt().atOffset(ZoneOffset.UTC));
            parameters.addString(place.store()).addLong(place.recordId());
            sql.append(" and (received_at, store, record_id) < ($").append(first);
            sql.append(", $").append(first + 1).append(", $").append(first + 2).append(")");
        });
        parameters.addLong((long) limit);
        sql.append(" order by received_at desc, store desc, record_id desc limit $")
                .append(parameters.size());
        return database.query(sql.toString(), parameters).map(rows -> rows(kind, rows));
    }

    /** The rows of one id: more than one only if several stores have a record of that number. */
    public Uni<List<CacheRow>> find(CacheKind kind, long recordId, Optional<ShopDomain> store) {
        Tuple parameters = Tuple.of(recordId, store.map(ShopDomain::value).orElse(null));
        return database.query(
                        "select " + SHOWN + ", raw, history" + own(kind) + " from " + kind.table()
                                + " where record_id = $1 and ($2::text is null or store = $2)",
                        parameters)
                .map(rows -> rows(kind, rows));
    }

    /**
     * Makes everything that waits due at once, and tries even a paused store.
     *
     * @return how many rows no longer have to wait
     */
    public Uni<Integer> process(CacheKind kind, Optional<ShopDomain> store) {
        String sql = "update " + kind.table() + " set next_attempt_at = now() where status = 'PENDING'"
                + " and next_attempt_at > now() and lease_owner is null and ($1::text is null or store = $1)";
        return database.query(sql, Tuple.of(store.map(ShopDomain::value).orElse(null)))
                .map(RowSet::rowCount)
                .invoke(count -> processor.wakeNow(kind, store));
    }

    /**
     * Makes matching rows due with fresh attempts; of a filter without a status those that have a failure, also where they
     * wait for their next attempt.
     *
     * @return how many, at most {@code limit}
     */
    public Uni<Integer> retry(CacheKind kind, CacheFilter filter, int limit) {
        Tuple parameters = Tuple.tuple();
        String where = filter.where(kind.columns(), parameters)
                + (filter.status().isPresent()
                        ? ""
                        : " and status in ('FAILED', 'PENDING') and failure_kind is not null");
        parameters.addLong((long) limit);
        String sql = new CacheTable(kind).retry(where, "$" + parameters.size());
        return database.query(sql, parameters)
                .map(RowSet::rowCount)
                .invoke(count -> processor.wakeNow(kind, filter.store()));
    }

    private static List<Group> groups(RowSet<Row> rows) {
        Map<String, Long> open = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        for (Row row : rows) {
            CacheStatus status = CacheStatus.valueOf(row.getString("status"));
            if (status != CacheStatus.PROCESSED) {
                open.merge(row.getString("store"), row.getLong("rows"), Long::sum);
                groups.add(group(row, status, row.getLong("rows")));
            }
        }
        for (Row row : rows) {
            if (row.getString("status").equals(CacheStatus.PROCESSED.name())) {
                long processed = row.getLong("rows") - open.getOrDefault(row.getString("store"), 0L);
                groups.add(group(row, CacheStatus.PROCESSED, processed));
            }
        }
        return groups;
    }

    private static Group group(Row row, CacheStatus status, long rows) {
        return new Group(
                new ShopDomain(row.getString("store")),
                status,
                Optional.ofNullable(row.getString("failure_kind")),
                rows,
                instant(row, "oldest"));
    }

    private static String own(CacheKind kind) {
        StringBuilder sql = new StringBuilder();
        kind.columns().forEach(column -> sql.append(", ").append(column.name()));
        return sql.toString();
    }

    private static List<CacheRow> rows(CacheKind kind, RowSet<Row> rows) {
        List<CacheRow> found = new ArrayList<>();
        rows.forEach(row -> found.add(row(kind, row)));
        return found;
    }

    private static CacheRow row(CacheKind kind, Row row) {
        boolean whole = row.getColumnIndex("raw") >= 0;
        Map<String, String> own = new HashMap<>();
        for (CacheColumn column : kind.columns()) {
            Optional.ofNullable(row.getString(column.name())).ifPresent(value -> own.put(column.name(), value));
        }
        return new CacheRow(
                new ShopDomain(row.getString("store")),
                row.getLong("record_id"),
                RawFormat.valueOf(row.getString("raw_format")),
                whole ? Optional.of(row.getString("raw")) : Optional.empty(),
                own,
                CacheStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getInteger("attempts"),
                instant(row, "next_attempt_at").orElseThrow(),
                row.getBoolean("in_work"),
                Optional.ofNullable(row.getString("failure_kind")),
                Optional.ofNullable(row.getString("failure_message")),
                Optional.ofNullable(row.getString("failure_remedy")),
                Optional.ofNullable(row.getString("note")),
                instant(row, "source_updated_at").orElseThrow(),
                instant(row, "triggered_at"),
                instant(row, "received_at").orElseThrow(),
                instant(row, "pending_since").orElseThrow(),
                instant(row, "processed_at"),
                whole ? Arrays.asList(row.getArrayOfStrings("history")) : List.of());
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}

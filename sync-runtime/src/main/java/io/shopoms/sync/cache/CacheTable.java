package io.shopoms.sync.cache;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements over one kind's table. Table and column names come from code and are checked; every value is a
 * parameter.
 */
final class CacheTable {

    /** The parameters of the upsert before the own columns. */
    static final int FIXED_UPSERT_PARAMETERS = 9;

    private static final Pattern SQL_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private static final String LATER =
            "(excluded.source_updated_at, coalesce(excluded.triggered_at, excluded.received_at))"
                    + " >= (c.source_updated_at, coalesce(c.triggered_at, c.received_at))";

    private final String name;
    private final List<CacheColumn> columns;

    CacheTable(CacheKind kind) {
        if (!SQL_NAME.matcher(kind.table()).matches()) {
            throw new IllegalArgumentException("'" + kind.table() + "' is not a table name");
        }
        this.name = kind.table();
        this.columns = List.copyOf(kind.columns());
    }

    /**
     * Stores versions, one for each row, given as arrays: store, record_id, raw, raw_format, content_hash,
     * source_updated_at, triggered_at, received_at, trace_id, then an array for each own column, then the kept values of those that
     * have one. Answers a row for each that was created or changed.
     *
     * <p>A later version with news replaces the row and makes it due. A later one without news only moves the dates on, so
     * that something older than it, arriving after it, stays without effect. A kept value makes the row due even when it
     * comes with an older version, because it changes what the other system should hold. A lease stays: whoever works on
     * the row finds another version when the outcome is written.
     */
    String upsert() {
        String news = "(" + LATER + " and excluded.content_hash <> c.content_hash)";
        String keeps = keeps();
        String changed = "(" + news + " or " + keeps + ")";
        String moved =
                "(" + LATER + " and (excluded.source_updated_at, coalesce(excluded.triggered_at, excluded.received_at))"
                        + " <> (c.source_updated_at, coalesce(c.triggered_at, c.received_at)))";
        String own = columns.stream().map(column -> ", " + column.name()).collect(Collectors.joining());
        return "insert into " + name + " as c (store, record_id, raw, raw_format, content_hash, source_updated_at,"
                + " triggered_at, received_at, trace_id, status" + own + ")"
                + " select store, record_id, raw, raw_format, content_hash, source_updated_at, triggered_at, received_at,"
                + " trace_id, 'PENDING'" + own
                + " from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[],"
                + " $7::timestamptz[], $8::timestamptz[], $9::text[]" + ownArrays() + ")"
                + " as i(store, record_id, raw, raw_format, content_hash, source_updated_at, triggered_at, received_at,"
                + " trace_id" + own
                + ") order by store, record_id"
                + " on conflict (store, record_id) do update set"
                + when("raw", news, "excluded.raw")
                + when("raw_format", news, "excluded.raw_format")
                + when("content_hash", news, "excluded.content_hash")
                + when("trace_id", news, "excluded.trace_id")
                + when("source_updated_at", LATER, "excluded.source_updated_at")
                + when("triggered_at", LATER, "excluded.triggered_at")
                + when("received_at", LATER, "excluded.received_at")
                + when("stored_at", changed, "now()")
                + when("version", changed, "c.version + 1")
                + when("pending_since", changed + " and c.status <> 'PENDING'", "now()")
                + when("status", changed, "'PENDING'")
                + when("attempts", changed, "0")
                + when("next_attempt_at", changed, "now()")
                + when("failure_kind", changed, "null")
                + when("failure_message", changed, "null")
                + when("failure_remedy", changed, "null")
                + when("alone", changed, "false")
                + when("lost_leases", changed, "0").replaceFirst(",$", "")
                + ownUpdates(news)
                + " where " + changed + " or " + moved
                + " returning store, record_id, version, content_hash, (xmax = 0) as created, (stored_at = now()) as changed";
    }

    /**
     * Claims due rows of one store: $1 store, $2 how many at most, $3 how many bytes of raw text at most (one row always
     * fits), $4 owner, $5 lease in milliseconds. A row whose last lease ran out is marked: its processing may have killed
     * the process.
     */
    String claim() {
        String own = columns.stream().map(column -> ", c." + column.name()).collect(Collectors.joining());
        return "with due as (select record_id, next_attempt_at, octet_length(raw) as size from " + name
                + " where store = $1 and status = 'PENDING' and next_attempt_at <= now()"
                + " and (lease_until is null or lease_until < now())"
                + " order by next_attempt_at limit $2::bigint for update skip locked),"
                + " sized as (select record_id, size,"
                + " sum(size) over (order by next_attempt_at, record_id) as total from due)"
                + " update " + name + " c set attempts = attempts + 1, lease_owner = $4,"
                + " lease_until = now() + $5::bigint * interval '1 millisecond',"
                + " lost_leases = lost_leases + (case when lease_owner is null then 0 else 1 end)"
                + " from sized where c.store = $1 and c.record_id = sized.record_id and (sized.total <= $3::bigint or sized.total = sized.size)"
                + " returning c.record_id, c.raw_format, c.raw, c.source_updated_at, c.triggered_at, c.version,"
                + " c.attempts, c.alone, c.lost_leases, c.stored_at, c.pending_since,"
                + " c.trace_id" + own;
    }

    /** Keeps a claim: $1 store, $2 owner, $3 lease in milliseconds. */
    String renew() {
        return "update " + name + " set lease_until = now() + $3::bigint * interval '1 millisecond'"
                + " where store = $1 and lease_owner = $2 and status = 'PENDING'";
    }

    /** Gives rows back untried: $1 store, $2 owner. */
    String release() {
        return "update " + name + " set lease_owner = null, lease_until = null, attempts = greatest(attempts - 1, 0)"
                + " where store = $1 and lease_owner = $2 and status = 'PENDING'";
    }

    /**
     * Writes outcomes: $1 store, $2 owner, then arrays of record_id, version, status, failure_kind, failure_message,
     * failure_remedy, note, delay in milliseconds, whether the attempt counts, whether to try alone, history line. Only
     * the lease's owner writes, and only to the version that it worked on: else the row is due again with its newer one.
     */
    String outcomes() {
        String current = "c.version = o.version";
        return "with o as (select * from unnest($3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[],"
                + " $8::text[], $9::text[], $10::bigint[], $11::boolean[], $12::boolean[], $13::text[])"
                + " as o(record_id, version, status, failure_kind, failure_message, failure_remedy, note, delay,"
                + " counted, alone, line)),"
                + " held as (select c.record_id from " + name + " c join o on o.record_id = c.record_id"
                + " where c.store = $1 and c.lease_owner = $2 order by c.record_id for update of c)"
                + " update " + name + " c set"
                + when("status", current, "o.status")
                + when("attempts", current + " and not o.counted", "greatest(c.attempts - 1, 0)")
                + " next_attempt_at = now() + (case when " + current
                + " then o.delay else 0 end) * interval '1 millisecond',"
                + when("failure_kind", current, "o.failure_kind")
                + when("failure_message", current, "o.failure_message")
                + when("failure_remedy", current, "o.failure_remedy")
                + when("note", current + " and o.status = 'PROCESSED'", "o.note")
                + when("processed_at", current + " and o.status = 'PROCESSED'", "now()")
                + when("alone", current, "o.alone")
                + " lost_leases = 0, lease_owner = null, lease_until = null,"
                // The newest ten lines, the new one included.
                + " history = (c.history || o.line)[greatest(cardinality(c.history) - 8, 1):]"
                + " from o, held where c.store = $1 and c.record_id = o.record_id and held.record_id = o.record_id"
                + " returning c.record_id, (" + current + ") as current";
    }

    /**
     * Makes rows due at once: $1 store, $2 ids. A row that is being worked on gets a new version, or the news would be
     * lost when the outcome of what was read before it is written.
     */
    String wake() {
        return "update " + name + " c set next_attempt_at = now(), " + outdated()
                + " where store = $1 and record_id = any($2) and status = 'PENDING'";
    }

    /** The same with fresh attempts, and for rows in any status: $1 store, $2 ids. Locks in the order that all do. */
    String reprocess() {
        return "update " + name + " c set " + fresh() + " from (select store as s, record_id as r from " + name
                + " where store = $1 and record_id = any($2) order by record_id for update) chosen"
                + " where c.store = chosen.s and c.record_id = chosen.r";
    }

    /**
     * The same for records that may have no row yet; theirs is stored as given: arrays of store, record_id, raw, raw_format,
     * content_hash, source_updated_at, received_at.
     */
    String require() {
        return "insert into " + name + " as c (store, record_id, raw, raw_format, content_hash, source_updated_at,"
                + " received_at, status)"
                + " select store, record_id, raw, raw_format, content_hash, source_updated_at, received_at, 'PENDING'"
                + " from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[],"
                + " $7::timestamptz[])"
                + " as i(store, record_id, raw, raw_format, content_hash, source_updated_at, received_at)"
                + " order by store, record_id"
                + " on conflict (store, record_id) do update set " + fresh();
    }

    /** The same for rows that match a condition, at most {@code limit} of them. */
    String retry(String where, String limit) {
        return "update " + name + " c set " + fresh() + " from (select store as s, record_id as r from " + name
                + " where " + where + " limit " + limit + "::bigint for update skip locked) chosen"
                + " where c.store = chosen.s and c.record_id = chosen.r";
    }

    /** After an outage: what waited for it is due at once. $1 store. */
    String wakeTransient() {
        return "update " + name + " set next_attempt_at = now() where store = $1 and status = 'PENDING'"
                + " and failure_kind = 'TransientFailure' and next_attempt_at > now() and lease_owner is null";
    }

    private static String fresh() {
        return "pending_since = case when c.status = 'PENDING' then c.pending_since else now() end, status = 'PENDING',"
                + " attempts = 0, next_attempt_at = now(), failure_kind = null, failure_message = null,"
                + " failure_remedy = null, alone = false, lost_leases = 0, " + outdated();
    }

    private static String outdated() {
        return "version = c.version + (case when c.lease_owner is null then 0 else 1 end)";
    }

    private static String when(String column, String condition, String value) {
        return " " + column + " = case when " + condition + " then " + value + " else c." + column + " end,";
    }

    private String ownArrays() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> ", $" + (FIXED_UPSERT_PARAMETERS + 1 + i) + "::text[]")
                .collect(Collectors.joining());
    }

    private String keeps() {
        String any = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).keptOnce().isPresent())
                .mapToObj(i -> "(excluded." + columns.get(i).name() + " = " + kept(i) + " and c."
                        + columns.get(i).name() + " is distinct from " + kept(i) + ")")
                .collect(Collectors.joining(" or "));
        return any.isEmpty() ? "false" : "(" + any + ")";
    }

    private String ownUpdates(String news) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i).name();
            sql.append(", ").append(column).append(" = case");
            if (columns.get(i).keptOnce().isPresent()) {
                sql.append(" when c.")
                        .append(column)
                        .append(" = ")
                        .append(kept(i))
                        .append(" or excluded.");
                sql.append(column)
                        .append(" = ")
                        .append(kept(i))
                        .append(" then ")
                        .append(kept(i));
            }
            sql.append(" when ").append(news).append(" then excluded.").append(column);
            sql.append(" else c.").append(column).append(" end");
        }
        return sql.toString();
    }

    /** The parameter that holds the kept value of the column at {@code index}. */
    private String kept(int index) {
        long before = columns.subList(0, index).stream()
                .filter(column -> column.keptOnce().isPresent())
                .count();
        return "$" + (FIXED_UPSERT_PARAMETERS + columns.size() + 1 + before) + "::text";
    }
}

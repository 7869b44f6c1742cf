package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.feed.run.RunLog.Counters;
import io.shopoms.catalog.feed.run.RunLog.Failure;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Runs as people see them. */
@Singleton
public class FeedLogs {

    /** A product that a later run changed again before it was written counts for that run alone. */
    private static final String SELECT = """
            select r.*,
                   (select coalesce(jsonb_object_agg(result, count), '{}') from
                       (select lower(result) as result, count(*) as count from feed_result f
                        where f.run_id = r.id group by result) counts) as results,
                   case when r.status = 'COMPLETED' and not r.dry_run then
                       (select count(*) from feed_product_cache c
                        where ltrim(lower(c.run), '#') = r.id::text and c.status = 'PENDING') else 0 end as open
            from feed_run r
            """;

    private static final String NEWEST = SELECT + """
            where r.id in (select distinct on (config_id) id from feed_run order by config_id, created_at desc)
            order by r.config_id
            """;

    private final Database database;

    FeedLogs(Database database) {
        this.database = database;
    }

    /** The newest runs first, of one feed or of all. */
    public Uni<List<RunLog>> list(Optional<String> config, int limit) {
        return database.query(
                        SELECT + "where ($1::text is null or r.config_id = $1) order by r.created_at desc limit $2",
                        Tuple.of(config.orElse(null), limit))
                .map(FeedLogs::logs);
    }

    public Uni<Optional<RunLog>> find(UUID run) {
        return database.query(SELECT + "where r.id = $1", Tuple.of(run))
                .map(rows -> logs(rows).stream().findFirst());
    }

    /** The newest run of each feed. */
    public Uni<List<RunLog>> newest() {
        return database.query(NEWEST, Tuple.tuple()).map(FeedLogs::logs);
    }

    private static List<RunLog> logs(RowSet<Row> rows) {
        List<RunLog> logs = new ArrayList<>();
        for (Row row : rows) {
            logs.add(log(row));
        }
        return logs;
    }

    private static RunLog log(Row row) {
        return new RunLog(
                row.getUUID("id"),
                row.getString("config_id"),
                row.getString("store"),
                RunStatus.valueOf(row.getString("status")),
                row.getBoolean("dry_run"),
                row.getString("requested_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                Optional.ofNullable(row.getString("checksum")),
                new Counters(
                        row.getLong("rows"),
                        row.getLong("unreadable"),
                        row.getLong("products"),
                        row.getLong("refused"),
                        row.getLong("changed"),
                        row.getLong("removed")),
                results(row),
                Optional.ofNullable(row.getString("message")),
                Optional.ofNullable(row.getString("failure_kind"))
                        .map(kind ->
                                new Failure(kind, row.getString("failure_message"), row.getString("failure_remedy"))));
    }

    private static Map<String, Long> results(Row row) {
        Map<String, Long> results = new TreeMap<>();
        JsonObject counts = (JsonObject) row.getValue("results");
        counts.forEach(entry -> results.put(entry.getKey(), ((Number) entry.getValue()).longValue()));
        results.put("open", row.getLong("open"));
        return results;
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}

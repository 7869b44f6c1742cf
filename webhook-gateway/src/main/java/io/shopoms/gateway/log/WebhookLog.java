package io.shopoms.gateway.log;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The table {@code webhook_log}. Every call has a deadline: a person or a batch waits for it. */
@ApplicationScoped
class WebhookLog {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int CLEAN_UP_ROWS = 5_000;

    private static final String STORE = """
            insert into webhook_log (store, topic, webhook_id, event_id, api_version, triggered_at, received_at, size,
                state, deliveries, note, body)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[],
                $7::timestamptz[], $8::int[], $9::text[], $10::int[], $11::text[], $12::bytea[])
            on conflict (store, webhook_id) do update set deliveries = webhook_log.deliveries + excluded.deliveries
            """;

    private static final String DELETE_EXPIRED = """
            delete from webhook_log where id in (
                select id from webhook_log where received_at < $1 order by received_at limit $2 for update skip locked)
            """;

    private final Pool pool;

    WebhookLog(Pool pool) {
        this.pool = pool;
    }

    /** @param entries no two of the same webhook */
    Uni<Void> store(Collection<LogEntry> entries) {
        Tuple columns = Tuple.tuple()
                .addValue(texts(entries, LogEntry::store))
                .addValue(texts(entries, LogEntry::topic))
                .addValue(texts(entries, LogEntry::webhookId))
                .addValue(texts(entries, entry -> entry.eventId().orElse(null)))
                .addValue(texts(entries, entry -> entry.apiVersion().orElse(null)))
                .addValue(times(entries, entry -> entry.triggeredAt().orElse(null)))
                .addValue(times(entries, LogEntry::receivedAt))
                .addValue(entries.stream().map(LogEntry::size).toArray(Integer[]::new))
                .addValue(texts(entries, entry -> entry.state().name()))
                .addValue(entries.stream().map(LogEntry::deliveries).toArray(Integer[]::new))
                .addValue(texts(entries, entry -> entry.note().orElse(null)))
                .addValue(entries.stream()
                        .map(entry -> entry.body().map(Buffer::buffer).orElse(null))
                        .toArray(Buffer[]::new));
        return query(STORE, columns).replaceWithVoid();
    }

    /** Newest first. */
    Uni<List<LoggedWebhook>> find(LogQuery query, int offset, int limit) {
        LogQuery.Condition condition = query.condition();
        String sql = "select " + LoggedWebhook.COLUMNS + " from webhook_log where " + condition.sql()
                + " order by id desc limit " + condition.with(limit) + " offset " + condition.with(offset);
        return query(sql, condition.values()).map(rows -> list(rows, LoggedWebhook::of));
    }

    Uni<Optional<LoggedWebhook>> find(long id) {
        return query("select " + LoggedWebhook.COLUMNS + " from webhook_log where id = $1", Tuple.of(id))
                .map(rows -> list(rows, LoggedWebhook::of).stream().findFirst());
    }

    /** What can be replayed, oldest first, after the given id. */
    Uni<List<ReplayableWebhook>> replayable(LogQuery query, long afterId, int limit) {
        LogQuery.Condition condition = query.condition();
        String sql = "select " + ReplayableWebhook.COLUMNS + " from webhook_log where " + condition.sql()
                + " and body is not null and state <> 'UNREADABLE' and id > " + condition.with(afterId)
                + " order by id limit " + condition.with(limit);
        return query(sql, condition.values()).map(rows -> list(rows, ReplayableWebhook::of));
    }

    Uni<Void> markReplayed(List<Long> ids, Instant now) {
        return query(
                        "update webhook_log set state = 'REPLAYED', replayed_at = $2 where id = any($1)",
                        Tuple.of(ids.toArray(Long[]::new), now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Deletes some of what arrived before the given time; zero when nothing is left. */
    Uni<Integer> deleteBefore(Instant time) {
        return query(DELETE_EXPIRED, Tuple.of(time.atOffset(ZoneOffset.UTC), CLEAN_UP_ROWS))
                .map(RowSet::rowCount);
    }

    private Uni<RowSet<Row>> query(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .ifNoItem()
                .after(DEADLINE)
                .fail();
    }

    private static String[] texts(Collection<LogEntry> entries, Function<LogEntry, String> column) {
        return entries.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(Collection<LogEntry> entries, Function<LogEntry, Instant> column) {
        return entries.stream()
                .map(column)
                .map(instant -> instant == null ? null : instant.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> reader) {
        return StreamSupport.stream(rows.spliterator(), false).map(reader).toList();
    }
}

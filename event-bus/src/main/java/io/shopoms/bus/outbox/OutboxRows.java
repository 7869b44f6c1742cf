package io.shopoms.bus.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** The table {@code outbox}, as the relay sees it. */
@Singleton
class OutboxRows {

    /** Per schema: services share a database. Held until the transaction ends, also when its process dies. */
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended('outbox ' || current_schema(), 0)) as locked";

    /** The sizes are read without the bodies; a row larger than the limit still comes, alone. */
    private static final String OLDEST_DUE = """
            with due as (
                select id, octet_length(body) as size from outbox
                where next_attempt_at <= now() order by id limit $1
            ), sized as (
                select id, sum(size) over (order by id) as total, row_number() over (order by id) as place from due
            )
            select o.id, o.exchange, o.routing_key, o.headers, o.body
            from outbox o join sized using (id)
            where sized.total <= $2 or sized.place = 1
            order by o.id
            """;

    private static final String DELETE = "delete from outbox where id = any($1)";

    /** Doubles from two seconds up to about an hour. */
    private static final String POSTPONE = """
            update outbox set attempts = attempts + 1, last_error = $2,
                next_attempt_at = now() + interval '1 second' * least(3600, 2 ^ least(attempts + 1, 12))
            where id = $1
            """;

    private static final String BACKLOG = """
            select count(*) as messages,
                   coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as oldest_seconds
            from outbox
            """;

    /** @return whether this connection's transaction alone may publish now */
    Uni<Boolean> tryLock(SqlConnection transaction) {
        return transaction
                .preparedQuery(LOCK)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("locked"));
    }

    Uni<List<OutboxRow>> oldestDue(SqlConnection transaction, int count, long bytes) {
        return transaction
                .preparedQuery(OLDEST_DUE)
                .execute(Tuple.of(count, bytes))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OutboxRow::of)
                        .toList());
    }

    Uni<Void> delete(SqlConnection transaction, List<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(DELETE)
                .execute(Tuple.of(ids.toArray(Long[]::new)))
                .replaceWithVoid();
    }

    Uni<Void> postpone(SqlConnection transaction, long id, String why) {
        return transaction.preparedQuery(POSTPONE).execute(Tuple.of(id, why)).replaceWithVoid();
    }

    Uni<OutboxBacklog> backlog(SqlClient client) {
        return client.preparedQuery(BACKLOG).execute().map(rows -> {
            Row row = rows.iterator().next();
            long oldestMillis = Math.round(row.getDouble("oldest_seconds") * 1_000);
            return new OutboxBacklog(row.getLong("messages"), Duration.ofMillis(Math.max(0, oldestMillis)));
        });
    }
}

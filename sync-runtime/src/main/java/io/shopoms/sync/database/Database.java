package io.shopoms.sync.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The reactive pool with a deadline on everything: a connection whose server vanished without a word would otherwise hold
 * its caller for ever. Waiting for the schema counts against the deadline too.
 */
@ApplicationScoped
public class Database {

    private final Instance<Pool> pool;
    private final Duration deadline;

    Database(Instance<Pool> pool, DatabaseConfig config) {
        this.pool = pool;
        this.deadline = config.deadline();
    }

    /** Runs one prepared statement. */
    public Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return bounded(
                Uni.createFrom().deferred(() -> pool.get().preparedQuery(sql).execute(parameters)));
    }

    /** Runs {@code work} in one transaction; a failure of it rolls back. */
    public <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        return bounded(Uni.createFrom().deferred(() -> pool.get().withTransaction(work)));
    }

    private <T> Uni<T> bounded(Uni<T> work) {
        return work.ifNoItem()
                .after(deadline)
                .failWith(() -> new TimeoutException("PostgreSQL gave no answer within " + deadline));
    }
}

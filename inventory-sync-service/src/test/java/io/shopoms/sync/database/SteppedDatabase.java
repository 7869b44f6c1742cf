package io.shopoms.sync.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;
import java.util.function.Supplier;

/** PostgreSQL as a simulation uses it: each statement and each transaction is one step of it. */
public final class SteppedDatabase extends Database {

    private final Pool pool;
    private final Steps steps;

    /** Carries out steps, one at a time. */
    public interface Steps {
        /** @param work blocks until it is done */
        <T> Uni<T> step(Supplier<T> work);
    }

    public SteppedDatabase(Pool pool, Steps steps) {
        super(null, () -> java.time.Duration.ofMinutes(1));
        this.pool = pool;
        this.steps = steps;
    }

    @Override
    public Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return steps.step(
                () -> pool.preparedQuery(sql).execute(parameters).await().indefinitely());
    }

    @Override
    public <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        return steps.step(() -> pool.withTransaction(work).await().indefinitely());
    }
}

package io.shopoms.inventory.simulation;

import io.shopoms.sandbox.embedded.EmbeddedDatabase;
import io.shopoms.sync.database.SteppedDatabase;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The service's tables in a PostgreSQL that lives by the simulation's clock: {@code now()} is found in a schema that is
 * searched before PostgreSQL's own. One connection, so that each statement finds the time that was set before it.
 */
final class StockTables implements AutoCloseable {

    private static final String PATH = "inventory_sync,simulation,pg_catalog";
    private static final String CLOCK = """
            create schema simulation;
            create schema inventory_sync;
            create function simulation.now() returns timestamptz stable language sql as
            $$ select coalesce(nullif(current_setting('simulation.now', true), '')::timestamptz, pg_catalog.now()) $$;
            alter database shopoms set synchronous_commit = off""";
    private static final String SET_CLOCK = "select set_config('simulation.now', $1, false)";

    private final EmbeddedDatabase server = EmbeddedDatabase.temporary();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final String truncate;

    StockTables() {
        execute("", CLOCK);
        MigrationScripts.all().forEach(script -> execute("&currentSchema=" + PATH, script));
        this.pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(server.port())
                        .setDatabase("shopoms")
                        .setUser("postgres")
                        .setPassword("")
                        .setCachePreparedStatements(true)
                        .setPreparedStatementCacheMaxSize(500)
                        .addProperty("search_path", PATH))
                .using(vertx)
                .build());
        this.truncate = StreamSupport.stream(
                        pool.query("select tablename::text from pg_tables where schemaname = 'inventory_sync'")
                                .executeAndAwait()
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .sorted()
                .collect(Collectors.joining(", ", "truncate ", " restart identity"));
    }

    void empty() {
        pool.query(truncate).executeAndAwait();
        pool.query("alter sequence inventory_sync_log_line restart").executeAndAwait();
    }

    /** What a process sees of it. */
    SteppedDatabase seenBy(SteppedDatabase.Steps steps) {
        return new SteppedDatabase(pool, steps);
    }

    void set(Clock clock) {
        pool.preparedQuery(SET_CLOCK).executeAndAwait(Tuple.of(clock.instant().toString()));
    }

    RowSet<Row> query(String sql, Object... values) {
        return pool.preparedQuery(sql).executeAndAwait(Tuple.from(values));
    }

    List<String> texts(String sql) {
        return StreamSupport.stream(query(sql).spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }

    private void execute(String properties, String sql) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl() + properties);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }
}

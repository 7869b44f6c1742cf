package io.shopoms.bus.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietPoolTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int CLIENTS_LIMIT_MILLIS = 200;

    private final Vertx vertx = Vertx.vertx();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aRefusedConnectionIsAFailureOfItsStatementAndNothingElseLater() {
        // Given
        vertx.exceptionHandler(uncaught::add);
        Pool pool = new QuietPool().create(nobodyListens());

        // When, Then: on a slow machine the client's own limit may end the first ones
        await().atMost(LIMIT).untilAsserted(() -> {
            Future<?> statement = pool.query("select 1").execute();
            await().atMost(LIMIT).until(statement::isComplete);
            assertThat(statement.cause()).isInstanceOf(ConnectException.class);
        });
        await().during(Duration.ofMillis(5 * CLIENTS_LIMIT_MILLIS))
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(uncaught).isEmpty());
    }

    private PgPoolCreator.Input nobodyListens() {
        return new PgPoolCreator.Input() {
            @Override
            public Vertx vertx() {
                return vertx;
            }

            @Override
            public PoolOptions poolOptions() {
                return new PoolOptions()
                        .setConnectionTimeout(CLIENTS_LIMIT_MILLIS)
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
            }

            @Override
            public List<PgConnectOptions> pgConnectOptionsList() {
                return List.of(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(1)
                        .setDatabase("x")
                        .setUser("x"));
            }
        };
    }
}

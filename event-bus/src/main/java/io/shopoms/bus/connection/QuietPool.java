package io.shopoms.bus.connection;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Singleton;

/**
 * Makes the pool without the client's own limit for getting a connection. When a connection is refused, the client leaves
 * that limit's timer running (Vert.x 4.5.26); 30 seconds later each such statement logs an uncaught exception, long after
 * its failure was handled. Limits are set where statements are sent.
 */
@Singleton
public class QuietPool implements PgPoolCreator {

    private static final int NO_LIMIT = 0;

    @Override
    public Pool create(Input input) {
        return PgBuilder.pool()
                .using(input.vertx())
                .with(new PoolOptions(input.poolOptions()).setConnectionTimeout(NO_LIMIT))
                // SHOPOMS_DB_URL names one server.
                .connectingTo(input.pgConnectOptionsList().get(0))
                .build();
    }
}

package io.shopoms.bus.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;

/** Takes messages that must be published even if the broker is away or this process dies. */
@Singleton
public class Outbox {

    private static final String INSERT =
            "insert into outbox (exchange, routing_key, headers, body) values ($1, $2, $3, $4)";

    private final Pool pool;
    private final OutboxRelay relay;

    Outbox(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /**
     * Adds a message in the caller's transaction: it is published if and only if that commits.
     *
     * @param transaction a connection with an open transaction
     */
    public Uni<Void> add(
            SqlConnection transaction, String exchange, String routingKey, Map<String, String> headers, byte[] body) {
        return insert(transaction, exchange, routingKey, headers, body).invoke(() -> wakeAfterCommit(transaction));
    }

    /** Adds a message in a transaction of its own; completes when that is committed. */
    public Uni<Void> add(String exchange, String routingKey, Map<String, String> headers, byte[] body) {
        return insert(pool, exchange, routingKey, headers, body).invoke(relay::wake);
    }

    private static Uni<Void> insert(
            SqlClient client, String exchange, String routingKey, Map<String, String> headers, byte[] body) {
        Tuple values = Tuple.of(exchange, routingKey, new JsonObject(Map.copyOf(headers)), Buffer.buffer(body));
        return client.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    /** Without an open transaction the row is there already. */
    private void wakeAfterCommit(SqlConnection connection) {
        io.vertx.sqlclient.Transaction transaction = connection.getDelegate().transaction();
        if (transaction == null) {
            relay.wake();
        } else {
            transaction.completion().onSuccess(committed -> relay.wake());
        }
    }
}

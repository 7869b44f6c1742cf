package io.shopoms.bus.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
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

    /** A message to be published. */
    public record Message(String exchange, String routingKey, Map<String, String> headers, byte[] body) {}

    /**
     * Adds messages in the caller's transaction, in one round trip: they are published, in their order, if and only if
     * that commits.
     *
     * @param transaction a connection with an open transaction
     */
    public Uni<Void> add(SqlConnection transaction, List<Message> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(INSERT)
                        .executeBatch(messages.stream().map(Outbox::values).toList())
                        .invoke(() -> wakeAfterCommit(transaction))
                        .replaceWithVoid();
    }

    /** Adds a message in a transaction of its own; completes when that is committed. */
    public Uni<Void> add(String exchange, String routingKey, Map<String, String> headers, byte[] body) {
        return pool.preparedQuery(INSERT)
                .execute(values(new Message(exchange, routingKey, headers, body)))
                .invoke(relay::wake)
                .replaceWithVoid();
    }

    private static Tuple values(Message message) {
        return Tuple.of(
                message.exchange(),
                message.routingKey(),
                new JsonObject(Map.copyOf(message.headers())),
                Buffer.buffer(message.body()));
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

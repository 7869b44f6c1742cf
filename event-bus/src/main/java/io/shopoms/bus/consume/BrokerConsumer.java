package io.shopoms.bus.consume;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import io.shopoms.bus.connection.BrokerConnection;
import io.shopoms.bus.connection.BrokerConnector;
import io.shopoms.bus.connection.OpenConnection;
import java.io.IOException;
import java.util.Map;

/**
 * Hands the messages of one queue to a {@link MessageHandler} in batches, and acknowledges each batch at once when it was
 * handled. On a connection of its own: a broker that pauses publishers still delivers, and a handler that is behind keeps
 * only its own connection from being read. The connection opens with {@link #start()} and comes back by itself, also to a
 * broker that started later, restarted, or lost its queues.
 */
public final class BrokerConsumer implements BrokerConnection.Session, AutoCloseable {

    private final BrokerConnection connection;
    private final String queue;
    private final int prefetch;
    private final Inbox<?> inbox;

    private BrokerConsumer(BrokerConnector connector, String queue, int prefetch, Inbox<?> inbox) {
        this.connection = new BrokerConnection(connector, "shopoms-consumer-" + queue, this);
        this.queue = queue;
        this.prefetch = prefetch;
        this.inbox = inbox;
    }

    static <T> BrokerConsumer of(
            BrokerConnector connector, String queue, ConsumerLimits limits, MessageHandler<T> handler) {
        Inbox<T> inbox = new Inbox<>(handler, new Batches<>(limits, handler::handle));
        return new BrokerConsumer(connector, queue, limits.prefetch(), inbox);
    }

    public void start() {
        connection.start();
    }

    public boolean isConnected() {
        return connection.isOpen();
    }

    /** Why {@link #isConnected()} is false; for health answers. */
    public String reason() {
        return connection.reason();
    }

    @Override
    public void opened(OpenConnection opened) throws IOException {
        Channel channel = opened.connection().createChannel();
        channel.basicQos(prefetch);
        channel.addShutdownListener(cause -> opened.cut());
        channel.basicConsume(queue, false, new Receiver(opened, channel));
    }

    @Override
    public void closed() {
        // What was received on the lost channel is dropped before it is handled, and comes again.
    }

    @Override
    public void close() {
        inbox.batches().close();
        connection.close();
    }

    private record Inbox<T>(MessageHandler<T> handler, Batches<T> batches) {

        void put(Delivery delivery, Channel channel, long tag) {
            T item = handler.read(delivery);
            batches.add(new Held<>(item, handler.bytes(item), channel, tag));
        }
    }

    private final class Receiver extends DefaultConsumer {

        private final OpenConnection opened;

        Receiver(OpenConnection opened, Channel channel) {
            super(channel);
            this.opened = opened;
        }

        /** On the reading thread: while this waits for room, the broker's sending stalls. */
        @Override
        public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
            Map<String, Object> headers = properties.getHeaders() == null ? Map.of() : properties.getHeaders();
            inbox.put(new Delivery(envelope.getRoutingKey(), headers, body), getChannel(), envelope.getDeliveryTag());
        }

        /** The queue was deleted, or its leader is gone: a new connection declares it and consumes again. */
        @Override
        public void handleCancel(String tag) {
            opened.cut();
        }
    }
}

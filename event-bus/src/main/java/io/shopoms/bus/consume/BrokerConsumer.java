package io.shopoms.bus.consume;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import io.shopoms.bus.connection.BrokerConnection;
import io.shopoms.bus.connection.BrokerConnector;
import io.shopoms.bus.connection.OpenConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.io.IOException;

/**
 * The messages of one queue, on a connection of its own: a broker that pauses publishers still delivers. The connection
 * opens with {@link #start()} and comes back by itself, also to a broker that started later, restarted, or lost its
 * queues.
 */
public final class BrokerConsumer implements BrokerConnection.Session, AutoCloseable {

    private final BrokerConnection connection;
    private final String queue;
    private final int prefetch;
    private final UnicastProcessor<Delivery> received = UnicastProcessor.create();

    BrokerConsumer(BrokerConnector connector, String queue, int prefetch) {
        this.connection = new BrokerConnection(connector, "shopoms-consumer-" + queue, this);
        this.queue = queue;
        this.prefetch = prefetch;
    }

    /**
     * The stream, for one subscriber; it never ends and never fails. At most {@code prefetch} messages are unacknowledged
     * at a time, so a slow subscriber slows the broker and nothing piles up here. Items arrive on a thread of the AMQP
     * client, which must not be blocked.
     */
    public Multi<Delivery> deliveries() {
        return received.filter(Delivery::isCurrent);
    }

    /** Subscribe to {@link #deliveries()} first. */
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
        // What was received on the lost channel is dropped by the filter, and comes again.
    }

    @Override
    public void close() {
        connection.close();
        received.onComplete();
    }

    private final class Receiver extends DefaultConsumer {

        private final OpenConnection opened;

        Receiver(OpenConnection opened, Channel channel) {
            super(channel);
            this.opened = opened;
        }

        @Override
        public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
            received.onNext(new Delivery(
                    getChannel(), envelope.getDeliveryTag(), envelope.getRoutingKey(), properties.getHeaders(), body));
        }

        /** The queue was deleted, or its leader is gone: a new connection declares it and consumes again. */
        @Override
        public void handleCancel(String tag) {
            opened.cut();
        }
    }
}

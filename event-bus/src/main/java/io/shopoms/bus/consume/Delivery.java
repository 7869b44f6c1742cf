package io.shopoms.bus.consume;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Map;
import org.jboss.logging.Logger;

/** A message that this consumer has and the broker still keeps, until {@link #ack()}. */
public final class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final Channel channel;
    private final long tag;
    private final String routingKey;
    private final Map<String, Object> headers;
    private final byte[] body;

    Delivery(Channel channel, long tag, String routingKey, Map<String, Object> headers, byte[] body) {
        this.channel = channel;
        this.tag = tag;
        this.routingKey = routingKey;
        this.headers = headers == null ? Map.of() : headers;
        this.body = body;
    }

    public String routingKey() {
        return routingKey;
    }

    /** Values are of the client's own text class: use {@code toString()}. */
    public Map<String, Object> headers() {
        return headers;
    }

    /** Not copied. */
    public byte[] body() {
        return body;
    }

    /** The broker may forget the message. Without effect if the connection was lost: then the message comes again. */
    public void ack() {
        settle(() -> channel.basicAck(tag, false));
    }

    /**
     * Gives the message back; it comes again at once, here or at another replica. Not for waiting out an outage: keep it
     * unacknowledged instead, or it goes round until its delivery limit.
     */
    public void requeue() {
        settle(() -> channel.basicNack(tag, false, true));
    }

    /** Whether acknowledging still has an effect. */
    boolean isCurrent() {
        return channel.isOpen();
    }

    private void settle(Settlement settlement) {
        try {
            settlement.send();
        } catch (IOException | AlreadyClosedException e) {
            LOG.debug("the connection was lost; the message comes again", e);
        }
    }

    @FunctionalInterface
    private interface Settlement {
        void send() throws IOException;
    }
}

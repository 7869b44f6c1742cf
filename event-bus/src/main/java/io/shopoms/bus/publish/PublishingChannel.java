package io.shopoms.bus.publish;

import static io.shopoms.bus.publish.PublishFailedException.Reason.DISCONNECTED;
import static io.shopoms.bus.publish.PublishFailedException.Reason.INVALID;
import static io.shopoms.bus.publish.PublishFailedException.Reason.TIMEOUT;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Return;
import io.shopoms.bus.connection.OpenConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * One channel in confirm mode and what waits for its confirms. Only the publisher's own thread publishes; confirms, returns
 * and the shutdown come from the client's reading thread, the clock from the connection's.
 */
final class PublishingChannel {

    private static final int PERSISTENT = 2;
    private static final int SHORT_STRING_BYTES = 255;
    private static final int LARGEST_CHARACTER_BYTES = 3;

    private final OpenConnection connection;
    private final Channel channel;
    private final long timeoutNanos;
    private final ConcurrentNavigableMap<Long, PendingPublish> unconfirmed = new ConcurrentSkipListMap<>();
    private volatile long lastConfirm = System.nanoTime();
    private volatile boolean blocked;

    private PublishingChannel(OpenConnection connection, Channel channel, long timeoutNanos) {
        this.connection = connection;
        this.channel = channel;
        this.timeoutNanos = timeoutNanos;
    }

    static PublishingChannel open(OpenConnection connection, long timeoutNanos) throws IOException {
        Channel channel = connection.connection().createChannel();
        PublishingChannel opened = new PublishingChannel(connection, channel, timeoutNanos);
        opened.listen();
        channel.confirmSelect();
        return opened;
    }

    private void listen() {
        channel.addConfirmListener(
                (sequence, multiple) -> settle(sequence, multiple, true),
                (sequence, multiple) -> settle(sequence, multiple, false));
        channel.addReturnListener(this::returned);
        connection.connection().addBlockedListener(why -> blocked = true, () -> blocked = false);
        channel.addShutdownListener(cause -> {
            failAll();
            // A channel that the broker closes for an error leaves the connection open; only a new one is whole again.
            connection.cut();
        });
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** The broker has asked publishers to pause. */
    boolean isBlocked() {
        return blocked;
    }

    /** @param more another message follows at once, so that this one may wait for it and be sent together */
    void publish(PendingPublish message, boolean more) {
        if (tooLong(message.exchange) || tooLong(message.routingKey)) {
            message.failed(INVALID, "exchange and routing key may have 255 bytes each");
            return;
        }
        long sequence = channel.getNextPublishSeqNo();
        unconfirmed.put(sequence, message);
        try {
            connection.holdBack(more);
            channel.basicPublish(
                    message.exchange, message.routingKey, true, properties(message, sequence), message.body);
        } catch (IOException | AlreadyClosedException e) {
            unconfirmed.remove(sequence);
            message.failed(DISCONNECTED, "the connection to the broker was lost");
        } catch (RuntimeException e) {
            // The client has counted a message that the broker never saw: every later confirm would be off by one.
            unconfirmed.remove(sequence);
            message.failed(INVALID, "the message cannot be written: " + e.getMessage());
            connection.cut();
        }
        if (!channel.isOpen()) {
            // The shutdown may have passed between the lines above, unseen by this message.
            failAll();
        }
    }

    /** Sends what waited for more that did not come. */
    void send() {
        try {
            connection.holdBack(false);
        } catch (IOException e) {
            connection.cut();
        }
    }

    /**
     * Fails what waits too long. When nothing at all was confirmed in that time, the connection is dead without saying
     * so, and is cut.
     */
    void failOverdue(long now) {
        Iterator<PendingPublish> oldestFirst = unconfirmed.values().iterator();
        while (oldestFirst.hasNext()) {
            PendingPublish oldest = oldestFirst.next();
            if (oldest.deadline - now > 0) {
                return;
            }
            oldestFirst.remove();
            oldest.failed(TIMEOUT, "the broker did not confirm in time");
            if (now - lastConfirm > timeoutNanos) {
                connection.cut();
            }
        }
    }

    private static boolean tooLong(String text) {
        return text.length() * LARGEST_CHARACTER_BYTES > SHORT_STRING_BYTES
                && text.getBytes(StandardCharsets.UTF_8).length > SHORT_STRING_BYTES;
    }

    private void settle(long sequence, boolean multiple, boolean accepted) {
        lastConfirm = System.nanoTime();
        if (multiple) {
            Map<Long, PendingPublish> all = unconfirmed.headMap(sequence, true);
            Iterator<PendingPublish> messages = all.values().iterator();
            while (messages.hasNext()) {
                PendingPublish message = messages.next();
                messages.remove();
                message.settled(accepted);
            }
        } else {
            PendingPublish message = unconfirmed.remove(sequence);
            if (message != null) {
                message.settled(accepted);
            }
        }
    }

    /** A return names no sequence number: it is carried in the message id. */
    private void returned(Return unroutable) {
        PendingPublish message =
                unconfirmed.get(Long.parseLong(unroutable.getProperties().getMessageId()));
        if (message != null) {
            message.markReturned();
        }
    }

    private void failAll() {
        Iterator<PendingPublish> messages = unconfirmed.values().iterator();
        while (messages.hasNext()) {
            PendingPublish message = messages.next();
            messages.remove();
            message.failed(DISCONNECTED, "the connection to the broker was lost before it confirmed");
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static BasicProperties properties(PendingPublish message, long sequence) {
        return new BasicProperties.Builder()
                .contentType("application/octet-stream")
                .deliveryMode(PERSISTENT)
                .messageId(Long.toString(sequence))
                .headers((Map) message.headers)
                .build();
    }
}

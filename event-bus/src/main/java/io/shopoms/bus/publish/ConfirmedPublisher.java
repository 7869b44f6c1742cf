package io.shopoms.bus.publish;

import static io.shopoms.bus.publish.PublishFailedException.Reason.DISCONNECTED;
import static io.shopoms.bus.publish.PublishFailedException.Reason.OVERLOADED;
import static io.shopoms.bus.publish.PublishFailedException.Reason.TIMEOUT;

import io.shopoms.bus.connection.BrokerConnection;
import io.shopoms.bus.connection.BrokerConnector;
import io.shopoms.bus.connection.OpenConnection;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes persistent, mandatory messages and answers when the broker has confirmed them.
 *
 * <p>All callers hand over to one thread, which alone writes to the socket: a broker that stops reading (its memory
 * alarm) blocks that thread and no event loop. Fails at once while there is no connection, so that a caller's fallback
 * has time.
 */
public final class ConfirmedPublisher implements BrokerConnection.Session, AutoCloseable {

    private static final String NAME = "shopoms-publisher";

    /** A lost wake-up would cost no more than this, which is less than the shortest sensible deadline. */
    private static final long LONGEST_SLEEP_NANOS = Duration.ofSeconds(1).toNanos();

    private final BrokerConnection connection;
    private final InFlight inFlight;
    private final long confirmTimeoutNanos;
    private final ConcurrentLinkedQueue<PendingPublish> accepted = new ConcurrentLinkedQueue<>();
    private final List<Runnable> onConnected = new CopyOnWriteArrayList<>();
    private final AtomicBoolean sleeping = new AtomicBoolean();
    private final Thread writer;
    private volatile PublishingChannel channel;
    private volatile boolean closed;

    public ConfirmedPublisher(BrokerConnector connector, PublisherSettings settings) {
        this.connection = new BrokerConnection(connector, NAME, this);
        this.inFlight = new InFlight(settings.maxInFlight(), settings.maxInFlightBytes());
        this.confirmTimeoutNanos = settings.confirmTimeout().toNanos();
        this.writer = new Thread(this::write, NAME + "-writer");
        this.writer.setDaemon(true);
    }

    public void start() {
        writer.start();
        connection.start();
    }

    /**
     * @param headers text values only; they become AMQP headers
     * @param body not copied: the caller must not change it
     * @param outcome learns what became of the message; possibly before this returns
     */
    public void publish(
            String exchange, String routingKey, Map<String, String> headers, byte[] body, PublishOutcome outcome) {
        PublishingChannel current = channel;
        if (current == null || !current.isOpen()) {
            outcome.failed(new PublishFailedException(DISCONNECTED, connection.reason()));
        } else if (current.isBlocked()) {
            outcome.failed(new PublishFailedException(OVERLOADED, "the broker has asked to pause"));
        } else if (!inFlight.tryEnter(body.length)) {
            outcome.failed(new PublishFailedException(OVERLOADED, "too many messages wait for the broker"));
        } else {
            long deadline = System.nanoTime() + confirmTimeoutNanos;
            accepted.add(new PendingPublish(exchange, routingKey, headers, body, deadline, outcome, inFlight));
            if (sleeping.compareAndSet(true, false)) {
                LockSupport.unpark(writer);
            }
        }
    }

    /** As above; fails with {@link PublishFailedException}. */
    public Uni<Void> publish(String exchange, String routingKey, Map<String, String> headers, byte[] body) {
        return Uni.createFrom()
                .emitter(caller -> publish(exchange, routingKey, headers, body, PublishOutcome.of(caller)));
    }

    /** Whether the broker would take a message now. */
    public boolean isConnected() {
        PublishingChannel current = channel;
        return current != null && current.isOpen() && !current.isBlocked();
    }

    /** Why {@link #isConnected()} is false; for health answers. */
    public String reason() {
        PublishingChannel current = channel;
        return current != null && current.isBlocked() ? "the broker has asked to pause" : connection.reason();
    }

    /** How many messages wait for their confirm. */
    public long waiting() {
        return inFlight.messages();
    }

    /** Called after each connect, by the connection's thread. */
    public void onConnected(Runnable listener) {
        onConnected.add(listener);
    }

    @Override
    public void opened(OpenConnection opened) throws IOException {
        channel = PublishingChannel.open(opened, confirmTimeoutNanos);
        onConnected.forEach(Runnable::run);
    }

    /** Also while the writer is stuck in a socket that nobody reads, time runs out for what waits behind it. */
    @Override
    public void tick() {
        long now = System.nanoTime();
        PublishingChannel current = channel;
        if (current != null) {
            current.failOverdue(now);
        }
        for (PendingPublish waiting : accepted) {
            if (waiting.deadline - now > 0) {
                break;
            }
            waiting.failed(TIMEOUT, "the connection to the broker is too slow");
        }
    }

    @Override
    public void closed() {
        channel = null;
    }

    @Override
    public void close() {
        closed = true;
        connection.close();
        LockSupport.unpark(writer);
    }

    private void write() {
        while (!closed) {
            PendingPublish next = accepted.poll();
            if (next == null) {
                send();
                sleep();
            } else if (!next.isEnded()) {
                write(next);
            }
        }
    }

    private void write(PendingPublish message) {
        PublishingChannel current = channel;
        if (current == null) {
            message.failed(DISCONNECTED, connection.reason());
        } else {
            current.publish(message, !accepted.isEmpty());
        }
    }

    private void send() {
        PublishingChannel current = channel;
        if (current != null) {
            current.send();
        }
    }

    /** The flag is raised before the last look into the queue: a message added after that look sees it and wakes us. */
    private void sleep() {
        sleeping.set(true);
        if (accepted.isEmpty()) {
            LockSupport.parkNanos(this, LONGEST_SLEEP_NANOS);
        }
        sleeping.set(false);
    }
}

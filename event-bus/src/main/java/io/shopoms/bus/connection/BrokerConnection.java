package io.shopoms.bus.connection;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.shopoms.bus.topology.Topology;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * One connection that is opened again for as long as the process lives, by a thread of its own. On each connection the
 * topology is declared before the {@link Session} sees it, so that a broker that came back empty is complete again.
 */
public final class BrokerConnection implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BrokerConnection.class);

    /** First pause 100 ms (a restarted broker is back at once), doubled up to 5 s, each with up to 50 % of jitter. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int CLOSE_LIMIT_MILLIS = 2_000;
    private static final int TICK_MILLIS = 100;

    private final BrokerConnector connector;
    private final Session session;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile String reason = "not connected yet";
    private volatile boolean open;

    public BrokerConnection(BrokerConnector connector, String name, Session session) {
        this.connector = connector;
        this.session = session;
        this.thread = new Thread(() -> keepOpen(name), name);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public boolean isOpen() {
        return open;
    }

    /** Why it is not open; without credentials. */
    public String reason() {
        return reason;
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
    }

    private void keepOpen(String name) {
        Duration pause = FIRST_PAUSE;
        while (closing.getCount() > 0) {
            try {
                serve(name);
                pause = FIRST_PAUSE;
            } catch (IOException | TimeoutException | RuntimeException e) {
                report(e);
                pause = after(pause);
            } catch (InterruptedException e) {
                // Only close() interrupts; the loop's condition ends it.
                continue;
            }
            awaitPause(pause);
        }
    }

    /** Returns when a connection that was open is open no more. */
    private void serve(String name) throws IOException, TimeoutException, InterruptedException {
        OpenConnection opened = connector.open(name);
        Connection connection = opened.connection();
        CountDownLatch closed = new CountDownLatch(1);
        connection.addShutdownListener(cause -> closed.countDown());
        try {
            try (Channel channel = connection.createChannel()) {
                Topology.declareOn(channel);
            }
            session.opened(opened);
            open = true;
            LOG.infof("Connected to %s", connector.address());
            while (!closed.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                session.tick();
            }
            reason = "connection to " + connector.address() + " was lost";
            LOG.warn(reason);
        } finally {
            open = false;
            session.closed();
            connection.abort(CLOSE_LIMIT_MILLIS);
        }
    }

    private void report(Exception e) {
        String now = "no connection to " + connector.address() + ": " + rootOf(e);
        // An outage of hours is one line, not one per try.
        if (!now.equals(reason)) {
            reason = now;
            LOG.warn(now);
        }
    }

    private static String rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private static Duration after(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private void awaitPause(Duration pause) {
        long millis = pause.toMillis();
        long jitter = ThreadLocalRandom.current().nextLong(millis / 2 + 1);
        try {
            if (closing.await(millis + jitter, TimeUnit.MILLISECONDS)) {
                LOG.debug("closing");
            }
        } catch (InterruptedException e) {
            LOG.debug("closing");
        }
    }

    /** What is done on a connection; called by the connection's own thread, so nothing here may block for long. */
    public interface Session {

        /** @throws IOException if it cannot work on this connection; then the next one is tried */
        void opened(OpenConnection connection) throws IOException;

        /** About every 100 ms while the connection is open: time to look at the clock. */
        default void tick() {}

        void closed();
    }
}

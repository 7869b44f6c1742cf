package io.shopoms.sync.database;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Looks for work again and again. Unlike the framework's scheduler, which wakes up once a second, it keeps intervals of
 * any length.
 */
public final class Polling implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Polling.class);

    private final Cancellable ticks;

    private Polling(Cancellable ticks) {
        this.ticks = ticks;
    }

    /**
     * Calls {@code look} for the first time after one interval, on a worker thread, never twice at once. A look that
     * throws is logged and not the last.
     */
    public static Polling every(Duration interval, Runnable look) {
        return new Polling(Multi.createFrom()
                .ticks()
                .startingAfter(interval)
                .every(interval)
                .onOverflow()
                .drop()
                .subscribe()
                .with(tick -> lookOnce(look)));
    }

    @Override
    public void close() {
        ticks.cancel();
    }

    private static void lookOnce(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.error("looking for work failed; the next look comes as usual", e);
        }
    }
}

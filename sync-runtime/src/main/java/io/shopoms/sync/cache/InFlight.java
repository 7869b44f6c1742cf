package io.shopoms.sync.cache;

import io.shopoms.sync.cache.Lane.Work;
import io.shopoms.sync.database.PgFailures;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What is being worked on. A shutdown runs on the main thread, which may and must wait; nothing else here does.
 */
final class InFlight {

    private static final Logger LOG = Logger.getLogger(InFlight.class);
    private static final Duration GIVING_BACK = Duration.ofSeconds(2);

    private final Set<Work> works = new HashSet<>();

    synchronized void begin(Work work) {
        works.add(work);
    }

    synchronized void end(Work work) {
        works.remove(work);
        notifyAll();
    }

    /** Waits until nothing is in flight, at most {@code grace}; answers what still is. */
    synchronized List<Work> drain(Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        try {
            while (!works.isEmpty()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new ArrayList<>(works);
    }

    /** Waits for the last statements of a shutdown. Without them the leases run out by themselves. */
    void await(Uni<Integer> release) {
        try {
            release.subscribeAsCompletionStage().get(GIVING_BACK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.infof("claimed records were not given back (%s): their lease runs out", PgFailures.describe(e));
        }
    }
}

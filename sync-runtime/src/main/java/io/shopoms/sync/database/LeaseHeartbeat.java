package io.shopoms.sync.database;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Keeps a lease alive while work goes on, so that leases can be short (a crashed worker's rows are free again soon) and
 * work long. A renewal that fails is only logged: who lost a lease finds out when the outcome is written, which counts
 * only for the lease's owner.
 */
public final class LeaseHeartbeat {

    private static final Logger LOG = Logger.getLogger(LeaseHeartbeat.class);

    private LeaseHeartbeat() {}

    /** Does {@code work}, and calls {@code renew} three times in every {@code lease} until it ends. */
    public static <T> Uni<T> during(Uni<T> work, Duration lease, Supplier<Uni<?>> renew) {
        return Uni.createFrom().deferred(() -> {
            Cancellable beat = beat(lease.dividedBy(3), renew);
            return work.onTermination().invoke(beat::cancel);
        });
    }

    private static Cancellable beat(Duration every, Supplier<Uni<?>> renew) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(every)
                .every(every)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> renew.get()
                        .replaceWithVoid()
                        .onFailure()
                        .invoke(failure -> LOG.warnf("a lease could not be renewed: %s", PgFailures.describe(failure)))
                        .onFailure()
                        .recoverWithNull())
                .subscribe()
                .with(renewed -> {});
    }
}

package io.shopoms.sync.job;

import io.shopoms.sync.database.PgFailures;
import io.shopoms.sync.job.ScheduledTasks.Run;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Runs of tasks that have not ended. A shutdown cancels them before what they need is closed under them, which would look
 * like a mistake of theirs, and gives them back: they begin anew wherever the service runs next.
 */
final class TasksAtWork {

    private static final Logger LOG = Logger.getLogger("io.shopoms.sync.task");
    private static final Duration GIVING_BACK = Duration.ofSeconds(2);

    private final Map<Claim, Cancellable> claims = new ConcurrentHashMap<>();

    /** A run, and who holds its lease. */
    record Claim(Run run, UUID owner) {}

    /** @param failed told if {@code work} fails */
    void begin(Claim claim, Uni<Void> work, Consumer<Throwable> failed) {
        claims.put(claim, () -> {});
        Cancellable running = work.onTermination()
                .invoke(() -> claims.remove(claim))
                .subscribe()
                .with(done -> {}, failed);
        claims.computeIfPresent(claim, (same, none) -> running);
    }

    /** Cancels all of them; waits shortly until they are given back. Called by the main thread, which may wait. */
    void end(Function<Claim, Uni<Void>> release) {
        List<Claim> left = List.copyOf(claims.keySet());
        left.forEach(claim -> {
            Cancellable running = claims.remove(claim);
            if (running != null) {
                running.cancel();
            }
        });
        Uni<Void> released = Multi.createFrom()
                .iterable(left)
                .onItem()
                .transformToUniAndConcatenate(release::apply)
                .onItem()
                .ignoreAsUni();
        try {
            released.subscribeAsCompletionStage().get(GIVING_BACK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.infof("running tasks were not given back (%s): their leases run out", PgFailures.describe(e));
        }
    }
}

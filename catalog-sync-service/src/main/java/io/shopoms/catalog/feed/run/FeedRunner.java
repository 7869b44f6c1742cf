package io.shopoms.catalog.feed.run;

import io.quarkus.runtime.ShutdownEvent;
import io.shopoms.catalog.feed.config.FeedConfigs;
import io.shopoms.catalog.feed.config.FeedSettings;
import io.shopoms.sync.database.LeaseHeartbeat;
import io.shopoms.sync.database.PgFailures;
import io.shopoms.sync.database.SchemaReady;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.failure.UnexpectedFailures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Works on runs that somebody asked for; PostgreSQL decides which replica works on which. */
@Singleton
class FeedRunner {

    private static final Logger LOG = Logger.getLogger("io.shopoms.catalog.feed");

    private final FeedRuns runs;
    private final FeedConfigs configs;
    private final FeedWork work;
    private final FeedSettings settings;
    private final AtomicInteger atWork = new AtomicInteger();
    private volatile boolean running;

    FeedRunner(FeedRuns runs, FeedConfigs configs, FeedWork work, FeedSettings settings) {
        this.runs = runs;
        this.configs = configs;
        this.work = work;
        this.settings = settings;
    }

    void start(@Observes SchemaReady event) {
        running = true;
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
    }

    /** Looks for a run to work on. Safe to call from anywhere. */
    void wake() {
        if (!running) {
            return;
        }
        if (atWork.incrementAndGet() > settings.concurrency()) {
            atWork.decrementAndGet();
            return;
        }
        runs.claim(UUID.randomUUID(), settings.lease())
                .chain(claimed -> claimed.map(run -> work(run).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)))
                .onTermination()
                .invoke(atWork::decrementAndGet)
                .subscribe()
                .with(
                        worked -> {
                            if (worked) {
                                wake();
                            }
                        },
                        failure -> LOG.warnf(
                                "a run of a feed was not recorded (%s) and is repeated when its lease has run out",
                                PgFailures.describe(failure)));
    }

    private Uni<Void> work(FeedRun run) {
        if (run.attempts() > settings.tries()) {
            // Whoever worked on it vanished: it must not take one process after the other with it.
            return failed(
                    run,
                    new SyncFailureException(new InvalidPayload(
                            "The run was cut off " + (run.attempts() - 1) + " times",
                            "Look in the service's log for crashes at these times; then start a new run.")));
        }
        Uni<RunStatus> ended = configs.find(run.config())
                .map(found -> found.orElseThrow(() -> new SyncFailureException(
                        new InvalidPayload("The feed " + run.config() + " was deleted", "Nothing to do."))))
                .chain(stored -> work.run(run, stored));
        return LeaseHeartbeat.during(ended, settings.lease(), () -> runs.renew(run, settings.lease()))
                .invoke(status -> LOG.infof("feed=%s run=%s status=%s", run.config(), run.id(), status))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(error -> failed(run, error));
    }

    private Uni<Void> failed(FeedRun run, Throwable error) {
        SyncFailure failure = UnexpectedFailures.of(error, run.attempts(), settings.tries());
        boolean again = failure instanceof TransientFailure && run.attempts() < settings.tries();
        LOG.warnf(
                "feed=%s run=%s attempt=%d status=%s failure=%s detail=\"%s\"",
                run.config(), run.id(), run.attempts(), again ? "RETRY" : "FAILED", failure.kind(), failure.message());
        Duration pause = settings.retryDelay().multipliedBy(1L << Math.min(run.attempts() - 1, 10));
        return work.discard(run, again)
                .chain(() -> runs.fail(run, failure, again ? Optional.of(pause) : Optional.empty()));
    }
}

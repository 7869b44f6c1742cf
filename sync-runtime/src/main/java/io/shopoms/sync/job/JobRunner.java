package io.shopoms.sync.job;

import io.quarkus.runtime.ShutdownEvent;
import io.shopoms.sync.cache.RetryPolicy;
import io.shopoms.sync.database.LeaseHeartbeat;
import io.shopoms.sync.database.PgFailures;
import io.shopoms.sync.database.Polling;
import io.shopoms.sync.database.SchemaReady;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.failure.UnexpectedFailures;
import io.shopoms.sync.job.JobHandler.Step;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Runs jobs step by step. A step's end, the new checkpoint and the counters are one statement that counts only for the
 * owner of the lease, so two replicas never advance one job, and a pause or cancel takes effect between two steps.
 */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger("io.shopoms.sync.job");

    private final SyncJobs jobs;
    private final JobHandlers handlers;
    private final Stores stores;
    private final JobsConfig config;
    private final RetryPolicy retries;
    private final AtomicInteger atWork = new AtomicInteger();
    private volatile boolean running;
    private volatile Optional<Polling> polling = Optional.empty();

    JobRunner(SyncJobs jobs, JobHandlers handlers, Stores stores, JobsConfig config, RetryPolicy retries) {
        this.jobs = jobs;
        this.handlers = handlers;
        this.stores = stores;
        this.config = config;
        this.retries = retries;
    }

    /** Looks for a job to run. Safe to call from anywhere. */
    void wake() {
        if (!running || handlers.types().isEmpty()) {
            return;
        }
        if (atWork.incrementAndGet() > config.concurrency()) {
            atWork.decrementAndGet();
            return;
        }
        UUID owner = UUID.randomUUID();
        jobs.claim(owner, config.lease(), handlers.types())
                .chain(claimed -> claimed.map(job -> run(job, owner)
                                .onFailure()
                                .invoke(failure -> unrecorded(job, failure))
                                .replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)))
                .onTermination()
                .invoke(atWork::decrementAndGet)
                .subscribe()
                .with(
                        // There may be more; and while one runs, another may be due.
                        ran -> {
                            if (ran) {
                                wake();
                            }
                        },
                        failure -> LOG.debugf("no job could be claimed: %s", PgFailures.describe(failure)));
    }

    void start(@Observes SchemaReady event) {
        running = true;
        wake();
        polling = Optional.of(Polling.every(config.pollInterval(), this::wake));
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        polling.ifPresent(Polling::close);
    }

    private Uni<Void> run(SyncJob job, UUID owner) {
        Optional<Store> store = stores.find(job.store());
        if (store.isEmpty()) {
            SyncFailure gone = new Misconfigured(
                    job.store() + " is not configured", "Configure the store again, or cancel the job.");
            return jobs.fail(job.id(), owner, gone, config.retryDelayCap(), JobStatus.RUNNING);
        }
        return step(store.get(), job, owner);
    }

    private Uni<Void> step(Store store, SyncJob job, UUID owner) {
        JobHandler handler = handlers.find(job.type()).orElseThrow();
        Uni<Step> work = Uni.createFrom()
                .deferred(() -> handler.step(store, job.parameters(), job.checkpoint()))
                .ifNoItem()
                .after(config.stepDeadline())
                .failWith(() ->
                        new SyncFailureException(new TransientFailure("no answer within " + config.stepDeadline())));
        return LeaseHeartbeat.during(work, config.lease(), () -> jobs.renew(job.id(), owner, config.lease()))
                .onItemOrFailure()
                .transformToUni((step, failure) -> failure == null
                        ? stepped(store, job, owner, step)
                        // What it needs may have been closed under it: the step is repeated after the restart.
                        : running ? failed(job, owner, failure) : jobs.release(job.id(), owner));
    }

    private Uni<Void> stepped(Store store, SyncJob job, UUID owner, Step step) {
        return jobs.advance(job.id(), owner, step, config.lease()).chain(now -> {
            if (now.isEmpty()) {
                LOG.warnf(
                        "job id=%s type=%s store=%s lost its lease; its step is repeated",
                        job.id(), job.type(), job.store());
                return Uni.createFrom().voidItem();
            }
            log(now.get());
            if (now.get().status() != JobStatus.RUNNING) {
                return Uni.createFrom().voidItem();
            }
            return running ? step(store, now.get(), owner) : jobs.release(job.id(), owner);
        });
    }

    private Uni<Void> failed(SyncJob job, UUID owner, Throwable error) {
        SyncFailure failure = UnexpectedFailures.of(error, job.attempts() + 1, config.unexpectedAttempts());
        boolean permanent = failure instanceof RejectedByTarget || failure instanceof InvalidPayload;
        JobStatus status = permanent ? JobStatus.FAILED : JobStatus.RUNNING;
        LOG.warnf(
                "job id=%s type=%s store=%s status=%s attempts=%d failure=%s detail=\"%s\"",
                job.id(), job.type(), job.store(), status, job.attempts() + 1, failure.kind(), failure.message());
        return jobs.fail(job.id(), owner, failure, delay(failure, job.attempts() + 1), status);
    }

    private Duration delay(SyncFailure failure, int attempt) {
        Duration backoff = retries.backoff(config.retryDelay(), config.retryDelayCap(), attempt);
        return failure instanceof TransientFailure passing
                ? passing.retryAfter()
                        .map(wish -> retries.notBefore(wish, backoff))
                        .orElse(backoff)
                : backoff;
    }

    private static void unrecorded(SyncJob job, Throwable failure) {
        LOG.warnf(
                "job id=%s type=%s store=%s: its step was not recorded (%s) and is repeated when its lease has run out",
                job.id(), job.type(), job.store(), PgFailures.describe(failure));
    }

    private static void log(SyncJob job) {
        LOG.infof(
                "job id=%s type=%s store=%s status=%s processed=%d created=%d updated=%d skipped=%d errors=%d",
                job.id(),
                job.type(),
                job.store(),
                job.status(),
                job.counters().processed(),
                job.counters().created(),
                job.counters().updated(),
                job.counters().skipped(),
                job.counters().errors());
    }
}

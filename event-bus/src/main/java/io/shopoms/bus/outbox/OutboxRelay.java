package io.shopoms.bus.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.bus.publish.PublishFailedException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Empties the outbox: oldest first, confirmed, then deleted. Of several replicas one at a time works, so that the order
 * of arrival holds. If it dies between confirm and delete, a message is published again: receivers deduplicate.
 */
@Singleton
public class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final Vertx vertx;
    private final Pool pool;
    private final OutboxRows rows;
    private final ConfirmedPublisher publisher;
    private final Migrations migrations;
    private final OutboxSettings settings;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile long timer;
    private volatile OutboxBacklog backlog = OutboxBacklog.NONE;
    private volatile String lastProblem = "";

    OutboxRelay(
            Vertx vertx,
            Pool pool,
            OutboxRows rows,
            ConfirmedPublisher publisher,
            Migrations migrations,
            OutboxSettings settings,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.rows = rows;
        this.publisher = publisher;
        this.migrations = migrations;
        this.settings = settings;
        Gauge.builder("shopoms.outbox.messages", () -> backlog.messages())
                .description("Messages that wait in the database for the broker")
                .register(metrics);
        Gauge.builder("shopoms.outbox.oldest", () -> backlog.oldest().toMillis() / 1_000.0)
                .description("Age of the oldest waiting message")
                .baseUnit("seconds")
                .register(metrics);
    }

    public void start() {
        timer = vertx.setPeriodic(settings.interval().toMillis(), tick -> measure());
    }

    /** Looks for messages now; cheap, and may be called from any thread. */
    public void wake() {
        again.set(true);
        if (publisher.isConnected() && migrations.areDone() && running.compareAndSet(false, true)) {
            vertx.getOrCreateContext().runOnContext(go -> runOnce());
        }
    }

    /** What waited at the last look, at most {@link OutboxSettings#interval()} ago while the database answers. */
    public OutboxBacklog backlog() {
        return backlog;
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }

    private void runOnce() {
        again.set(false);
        pool.withTransaction(this::publishBatch).subscribe().with(this::ended, this::failed);
    }

    private void ended(Progress progress) {
        running.set(false);
        lastProblem = "";
        if (progress == Progress.MORE || again.get()) {
            wake();
        }
    }

    /** The timer tries again. An outage is said once, not every second. */
    private void failed(Throwable problem) {
        running.set(false);
        if (!String.valueOf(problem.getMessage()).equals(lastProblem)) {
            lastProblem = String.valueOf(problem.getMessage());
            LOG.warnf("The outbox cannot be emptied: %s", lastProblem);
        }
    }

    private Uni<Progress> publishBatch(SqlConnection transaction) {
        return rows.tryLock(transaction)
                .flatMap(alone -> alone
                        ? rows.oldestDue(transaction, settings.batchSize(), settings.batchBytes())
                        : Uni.createFrom().item(List.<OutboxRow>of()))
                .flatMap(batch -> publish(transaction, batch));
    }

    /** All are handed over at once, in order, on one channel: the broker keeps that order. */
    private Uni<Progress> publish(SqlConnection transaction, List<OutboxRow> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUni(row -> publisher
                        .publish(row.exchange(), row.routingKey(), row.headers(), row.body())
                        .map(confirmed -> new Result(row, null))
                        .onFailure(PublishFailedException.class)
                        .recoverWithItem(failure -> new Result(row, (PublishFailedException) failure)))
                .merge(Math.max(1, batch.size()))
                .collect()
                .asList()
                .flatMap(results -> settle(transaction, results));
    }

    private Uni<Progress> settle(SqlConnection transaction, List<Result> results) {
        List<Long> confirmed = results.stream()
                .filter(result -> result.failure() == null)
                .map(result -> result.row().id())
                .toList();
        List<Result> refused = results.stream()
                .filter(result -> standsAlone(result, !confirmed.isEmpty()))
                .toList();
        boolean allSettled = confirmed.size() + refused.size() == results.size();
        Progress progress = !results.isEmpty() && allSettled ? Progress.MORE : Progress.PAUSE;
        return rows.delete(transaction, confirmed)
                .chain(() -> postpone(transaction, refused))
                .replaceWith(progress);
    }

    /**
     * A refusal of all is the broker's trouble: everything stays in its order. A refusal of some, while others were
     * confirmed, is theirs.
     */
    private static boolean standsAlone(Result result, boolean othersPassed) {
        PublishFailedException failure = result.failure();
        return failure != null
                && (failure.concernsThisMessageOnly()
                        || failure.reason() == PublishFailedException.Reason.REFUSED && othersPassed);
    }

    private Uni<Void> postpone(SqlConnection transaction, List<Result> refused) {
        return Multi.createFrom()
                .iterable(refused)
                .onItem()
                .transformToUniAndConcatenate(result -> {
                    LOG.errorf(
                            "Outbox message %d is not published, it waits: %s",
                            result.row().id(), result.failure().getMessage());
                    return rows.postpone(
                            transaction, result.row().id(), result.failure().getMessage());
                })
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Most of the time the outbox is empty: to find that out takes one statement and no transaction. */
    private void measure() {
        if (migrations.areDone()) {
            rows.backlog(pool)
                    .subscribe()
                    .with(this::measured, problem -> LOG.debug("the outbox cannot be counted", problem));
        }
    }

    private void measured(OutboxBacklog now) {
        backlog = now;
        if (now.messages() > 0) {
            wake();
        }
    }

    private enum Progress {
        MORE,
        PAUSE
    }

    private record Result(OutboxRow row, PublishFailedException failure) {}
}

package io.shopoms.sync.job;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.LeaseHeartbeat;
import io.shopoms.sync.database.PgFailures;
import io.shopoms.sync.database.Polling;
import io.shopoms.sync.database.SchemaReady;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.failure.UnexpectedFailures;
import io.shopoms.sync.job.ScheduledTasks.Run;
import io.shopoms.sync.job.TasksAtWork.Claim;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Runs scheduled tasks for every store: every replica ticks, a row's lease decides which of them runs it. */
@ApplicationScoped
public class TaskScheduler {

    private static final Logger LOG = Logger.getLogger("io.shopoms.sync.task");

    private final Map<String, ScheduledTask> tasks = new TreeMap<>();
    private final Stores stores;
    private final ScheduledTasks table;
    private final SchedulerConfig config;
    private final TasksAtWork atWork = new TasksAtWork();
    private volatile boolean running;
    private volatile Optional<Polling> polling = Optional.empty();

    TaskScheduler(@All List<ScheduledTask> tasks, Stores stores, ScheduledTasks table, SchedulerConfig config) {
        this.stores = stores;
        this.table = table;
        this.config = config;
        for (ScheduledTask task : tasks) {
            if (this.tasks.put(task.name(), task) != null) {
                throw new IllegalStateException("two scheduled tasks are named " + task.name());
            }
        }
    }

    public Uni<List<TaskState>> list() {
        return table.list(names(), shops());
    }

    public boolean knows(String task) {
        return tasks.containsKey(task);
    }

    /** Lets a task run by itself, or no longer, for one store or for all. */
    public Uni<Integer> start(boolean started, String task, Optional<ShopDomain> store) {
        return table.start(started, task, store);
    }

    /** Lets a task run once as soon as possible, even if it is stopped. */
    public Uni<Integer> trigger(String task, Optional<ShopDomain> store) {
        return table.trigger(task, store).invoke(count -> tick());
    }

    void start(@Observes SchemaReady event) {
        if (tasks.isEmpty() || shops().isEmpty()) {
            return;
        }
        table.register(names(), shops())
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .indefinitely()
                .subscribe()
                .with(
                        done -> running = config.enabled(),
                        failure -> LOG.errorf("scheduled tasks cannot run: %s", PgFailures.describe(failure)));
        polling = Optional.of(Polling.every(config.tick(), this::tick));
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        polling.ifPresent(Polling::close);
        atWork.end(this::giveBack);
    }

    private Uni<Void> giveBack(Claim claim) {
        return table.release(claim.run(), claim.owner());
    }

    private void tick() {
        if (!running) {
            return;
        }
        UUID owner = UUID.randomUUID();
        table.claim(owner, config.lease(), names(), shops())
                .subscribe()
                .with(
                        // Who stops starts nothing: what was just claimed is free again when its lease has run out.
                        runs -> runs.stream().filter(run -> running).forEach(run -> run(run, owner)),
                        failure -> LOG.debugf("no task could be claimed: %s", PgFailures.describe(failure)));
    }

    private void run(Run run, UUID owner) {
        ScheduledTask task = tasks.get(run.name());
        Store store = stores.find(run.store()).orElseThrow();
        Uni<String> work = Uni.createFrom()
                .deferred(() -> task.run(store))
                .ifNoItem()
                .after(config.runDeadline())
                .failWith(() ->
                        new SyncFailureException(new TransientFailure("no answer within " + config.runDeadline())));
        atWork.begin(
                new Claim(run, owner),
                LeaseHeartbeat.during(work, config.lease(), () -> table.renew(run, owner, config.lease()))
                        .onItemOrFailure()
                        .transformToUni((result, error) -> finish(task, run, owner, result, error)),
                failure -> LOG.warnf(
                        "the end of task %s of %s was not stored (%s): it runs again when its lease has run out",
                        run.name(), run.store(), PgFailures.describe(failure)));
    }

    private Uni<Void> finish(ScheduledTask task, Run run, UUID owner, String result, Throwable error) {
        Optional<SyncFailure> failure = Optional.ofNullable(error).map(e -> UnexpectedFailures.of(e, 1, 1));
        if (failure.isPresent()) {
            LOG.warnf(
                    "task name=%s store=%s outcome=FAILED failure=%s detail=\"%s\"",
                    run.name(), run.store(), failure.get().kind(), failure.get().message());
        } else {
            LOG.debugf("task name=%s store=%s outcome=DONE detail=\"%s\"", run.name(), run.store(), result);
        }
        return table.finish(run, owner, task.interval(), Optional.ofNullable(result), failure)
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(2))
                .expireIn(config.lease().toMillis());
    }

    private List<String> names() {
        return List.copyOf(tasks.keySet());
    }

    private List<String> shops() {
        return stores.all().stream().map(store -> store.shop().value()).toList();
    }
}

package io.shopoms.sync.job;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.StoredText;
import io.shopoms.sync.failure.SyncFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code scheduled_task}: who runs what, and what came of it. */
@ApplicationScoped
public class ScheduledTasks {

    private static final String REGISTER = "insert into scheduled_task (name, store)"
            + " select n, s from unnest($1::text[]) as names(n) cross join unnest($2::text[]) as stores(s)"
            + " order by n, s on conflict do nothing";

    private static final String CLAIM = "update scheduled_task set lease_owner = $1,"
            + " lease_until = now() + $2::bigint * interval '1 millisecond', last_started_at = now(), triggered = false"
            + " where (name, store) in (select name, store from scheduled_task"
            + " where name = any($3) and store = any($4) and (triggered or (started and next_run_at <= now()))"
            + " and (lease_until is null or lease_until < now()) order by next_run_at for update skip locked)"
            + " returning name, store, started";

    private static final String RENEW = "update scheduled_task set"
            + " lease_until = now() + $4::bigint * interval '1 millisecond'"
            + " where name = $1 and store = $2 and lease_owner = $3";

    /** An interval goes from start to start, so that long runs make it no longer; yet half of it lies between two runs. */
    private static final String FINISH = "update scheduled_task set lease_owner = null, lease_until = null,"
            + " last_finished_at = now(), runs = runs + 1,"
            + " next_run_at = greatest(last_started_at + $4::bigint * interval '1 millisecond',"
            + " now() + $4::bigint * interval '0.5 millisecond'),"
            + " last_result = coalesce($5, last_result), failure_kind = $6, failure_message = $7, failure_remedy = $8,"
            + " failures = failures + (case when $6::text is null then 0 else 1 end)"
            + " where name = $1 and store = $2 and lease_owner = $3";

    /** What was stopped while it ran is not to run again, unless somebody had wished for the run although it was stopped. */
    private static final String RELEASE = "update scheduled_task set lease_owner = null, lease_until = null,"
            + " triggered = triggered or started or $4 where name = $1 and store = $2 and lease_owner = $3";

    private static final String LIST = "select *, coalesce(lease_until > now(), false) as running from scheduled_task"
            + " where name = any($1) and store = any($2) order by name, store";

    private static final String SWITCH = "update scheduled_task set started = $1,"
            + " next_run_at = case when $1 and not started then now() else next_run_at end"
            + " where name = $2 and ($3::text is null or store = $3)";

    private static final String TRIGGER =
            "update scheduled_task set triggered = true where name = $1 and ($2::text is null or store = $2)";

    private final Database database;

    ScheduledTasks(Database database) {
        this.database = database;
    }

    /**
     * A task of one store that this replica may run.
     *
     * @param wished whether somebody wished for this run of a stopped task
     */
    record Run(String name, ShopDomain store, boolean wished) {}

    /** Makes sure that every task has a row for every store; a new one is due at once. */
    Uni<Void> register(List<String> names, List<String> stores) {
        return database.query(REGISTER, Tuple.of(array(names), array(stores))).replaceWithVoid();
    }

    Uni<List<Run>> claim(UUID owner, Duration lease, List<String> names, List<String> stores) {
        return database.query(CLAIM, Tuple.of(owner, lease.toMillis(), array(names), array(stores)))
                .map(rows -> {
                    List<Run> runs = new ArrayList<>();
                    rows.forEach(row -> runs.add(new Run(
                            row.getString("name"),
                            new ShopDomain(row.getString("store")),
                            !row.getBoolean("started"))));
                    return runs;
                });
    }

    Uni<Void> renew(Run run, UUID owner, Duration lease) {
        return database.query(RENEW, Tuple.of(run.name(), run.store().value(), owner, lease.toMillis()))
                .replaceWithVoid();
    }

    Uni<Void> finish(Run run, UUID owner, Duration pause, Optional<String> result, Optional<SyncFailure> failure) {
        Tuple tuple = Tuple.tuple()
                .addString(run.name())
                .addString(run.store().value())
                .addUUID(owner)
                .addLong(pause.toMillis())
                .addString(StoredText.of(result.orElse(null)))
                .addString(failure.map(SyncFailure::kind).orElse(null))
                .addString(StoredText.of(failure.map(SyncFailure::message).orElse(null)))
                .addString(StoredText.of(failure.map(SyncFailure::remedy).orElse(null)));
        return database.query(FINISH, tuple).replaceWithVoid();
    }

    /** Gives back a run that did not end: it begins anew at the next tick of any replica, if it is still wanted. */
    Uni<Void> release(Run run, UUID owner) {
        return database.query(RELEASE, Tuple.of(run.name(), run.store().value(), owner, run.wished()))
                .replaceWithVoid();
    }

    Uni<List<TaskState>> list(List<String> names, List<String> stores) {
        return database.query(LIST, Tuple.of(array(names), array(stores))).map(rows -> {
            List<TaskState> tasks = new ArrayList<>();
            rows.forEach(row -> tasks.add(state(row)));
            return tasks;
        });
    }

    /** @return how many tasks there are of that name */
    Uni<Integer> start(boolean started, String name, Optional<ShopDomain> store) {
        return database.query(
                        SWITCH,
                        Tuple.of(started, name, store.map(ShopDomain::value).orElse(null)))
                .map(rows -> rows.rowCount());
    }

    Uni<Integer> trigger(String name, Optional<ShopDomain> store) {
        return database.query(
                        TRIGGER, Tuple.of(name, store.map(ShopDomain::value).orElse(null)))
                .map(rows -> rows.rowCount());
    }

    private static TaskState state(Row row) {
        return new TaskState(
                row.getString("name"),
                new ShopDomain(row.getString("store")),
                row.getBoolean("started"),
                row.getBoolean("running"),
                row.getOffsetDateTime("next_run_at").toInstant(),
                instant(row, "last_started_at"),
                instant(row, "last_finished_at"),
                Optional.ofNullable(row.getString("last_result")),
                StoredFailures.of(row),
                row.getLong("runs"),
                row.getLong("failures"));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}

package io.shopoms.sync.job;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.StoredText;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.job.JobHandler.Counters;
import io.shopoms.sync.job.JobHandler.Step;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The table {@code sync_job}. */
@ApplicationScoped
public class SyncJobs {

    private static final String OPEN = "status in ('PENDING', 'RUNNING', 'PAUSED')";

    private static final String CREATE = "insert into sync_job (id, type, store, parameters, status, created_by)"
            + " values ($1, $2, $3, $4, 'PENDING', $5)"
            + " on conflict (type, store, md5(parameters)) where " + OPEN + " do nothing";

    private static final String SAME_OPEN =
            "select id from sync_job where type = $1 and store = $2 and parameters = $3 and " + OPEN;

    /** One job of a type at a time for a store: two would only page through the same records. */
    private static final String CLAIM = "update sync_job set status = 'RUNNING', lease_owner = $1,"
            + " lease_until = now() + $2::bigint * interval '1 millisecond',"
            + " started_at = coalesce(started_at, now()), updated_at = now() where id = ("
            + "select id from sync_job j where type = any($3) and status in ('PENDING', 'RUNNING')"
            + " and next_attempt_at <= now() and (lease_until is null or lease_until < now())"
            + " and not exists (select 1 from sync_job o where o.type = j.type and o.store = j.store and o.id <> j.id"
            + " and o.lease_until > now()) order by created_at limit 1 for update skip locked) returning *";

    private static final String RENEW =
            "update sync_job set lease_until = now() + $3::bigint * interval '1 millisecond'"
                    + " where id = $1 and lease_owner = $2";

    /** Progress counts whatever a person decided meanwhile; only the status is then theirs. */
    private static final String ADVANCE = "update sync_job set checkpoint = $3, processed = processed + $4,"
            + " created = created + $5, updated = updated + $6, skipped = skipped + $7, errors = errors + $8,"
            + " total = coalesce($9, total), attempts = 0, failure_kind = null, failure_message = null,"
            + " failure_remedy = null, updated_at = now(),"
            + " status = case when status in ('PENDING', 'RUNNING') then $10 else status end,"
            + " finished_at = case when $10 = 'COMPLETED' and status in ('PENDING', 'RUNNING') then now()"
            + " else finished_at end,"
            + " lease_until = case when status in ('PENDING', 'RUNNING') and $10 = 'RUNNING'"
            + " then now() + $11::bigint * interval '1 millisecond' else null end,"
            + " lease_owner = case when status in ('PENDING', 'RUNNING') and $10 = 'RUNNING' then lease_owner else null end"
            + " where id = $1 and lease_owner = $2 returning *";

    private static final String FAIL = "update sync_job set attempts = attempts + 1, failure_kind = $3,"
            + " failure_message = $4, failure_remedy = $5, updated_at = now(),"
            + " next_attempt_at = now() + $6::bigint * interval '1 millisecond',"
            + " status = case when status in ('PENDING', 'RUNNING') then $7 else status end,"
            + " finished_at = case when $7 = 'FAILED' and status in ('PENDING', 'RUNNING') then now() else finished_at end,"
            + " lease_owner = null, lease_until = null where id = $1 and lease_owner = $2";

    private static final String RELEASE =
            "update sync_job set lease_owner = null, lease_until = null where id = $1 and lease_owner = $2";

    private static final String PAUSE =
            "update sync_job set status = 'PAUSED', updated_at = now() where id = $1 and status in ('PENDING', 'RUNNING')";

    private static final String RESUME =
            "update sync_job set status = 'PENDING', attempts = 0, next_attempt_at = now(),"
                    + " failure_kind = null, failure_message = null, failure_remedy = null, finished_at = null, updated_at = now()"
                    + " where id = $1 and status in ('PAUSED', 'FAILED')";

    private static final String CANCEL =
            "update sync_job set status = 'CANCELLED', finished_at = now(), updated_at = now()"
                    + " where id = $1 and status in ('PENDING', 'RUNNING', 'PAUSED', 'FAILED')";

    private static final String LIST = "select * from sync_job where ($1::text is null or type = $1)"
            + " and ($2::text is null or store = $2) and ($3::text is null or status = $3)"
            + " and ($4::timestamptz is null or (created_at, id) < ($4, $5::uuid))"
            + " order by created_at desc, id desc limit $6::bigint";

    private final Database database;

    SyncJobs(Database database) {
        this.database = database;
    }

    /** Creates a job, or finds the open one of the same type, store and parameters. */
    Uni<UUID> create(String type, ShopDomain store, Map<String, String> parameters, Optional<String> createdBy) {
        String text = JobParameters.write(parameters);
        UUID id = UUID.randomUUID();
        return database.transaction(transaction -> transaction
                .preparedQuery(CREATE)
                .execute(Tuple.of(id, type, store.value(), text, createdBy.orElse(null)))
                .chain(created -> created.rowCount() == 1
                        ? Uni.createFrom().item(id)
                        : transaction
                                .preparedQuery(SAME_OPEN)
                                .execute(Tuple.of(type, store.value(), text))
                                .map(found -> first(found)
                                        .map(row -> row.getUUID("id"))
                                        .orElseThrow(() -> new IllegalStateException(
                                                "the open job ended at this moment; ask again")))));
    }

    Uni<Optional<SyncJob>> claim(UUID owner, Duration lease, List<String> types) {
        return database.query(CLAIM, Tuple.of(owner, lease.toMillis(), types.toArray(String[]::new)))
                .map(SyncJobs::one);
    }

    Uni<Boolean> renew(UUID id, UUID owner, Duration lease) {
        return database.query(RENEW, Tuple.of(id, owner, lease.toMillis())).map(rows -> rows.rowCount() == 1);
    }

    /** @return the job as it is now; empty if the lease was lost meanwhile */
    Uni<Optional<SyncJob>> advance(UUID id, UUID owner, Step step, Duration lease) {
        Counters done = step.counters();
        Tuple tuple = Tuple.tuple()
                .addUUID(id)
                .addUUID(owner)
                .addString(step.next().orElse(null))
                .addLong(done.processed())
                .addLong(done.created())
                .addLong(done.updated())
                .addLong(done.skipped())
                .addLong(done.errors())
                .addLong(step.total().isPresent() ? step.total().getAsLong() : null)
                .addString(step.next().isPresent() ? "RUNNING" : "COMPLETED")
                .addLong(lease.toMillis());
        return database.query(ADVANCE, tuple).map(SyncJobs::one);
    }

    Uni<Void> fail(UUID id, UUID owner, SyncFailure failure, Duration delay, JobStatus status) {
        Tuple tuple = Tuple.tuple()
                .addUUID(id)
                .addUUID(owner)
                .addString(failure.kind())
                .addString(StoredText.of(failure.message()))
                .addString(StoredText.of(failure.remedy()))
                .addLong(delay.toMillis())
                .addString(status.name());
        return database.query(FAIL, tuple).replaceWithVoid();
    }

    Uni<Void> release(UUID id, UUID owner) {
        return database.query(RELEASE, Tuple.of(id, owner)).replaceWithVoid();
    }

    /** @return whether the job was in a state to be paused */
    public Uni<Boolean> pause(UUID id) {
        return changed(PAUSE, id);
    }

    /** @return whether the job was paused or failed */
    public Uni<Boolean> resume(UUID id) {
        return changed(RESUME, id);
    }

    /** @return whether the job had not ended yet */
    public Uni<Boolean> cancel(UUID id) {
        return changed(CANCEL, id);
    }

    public Uni<Optional<SyncJob>> find(UUID id) {
        return database.query("select * from sync_job where id = $1", Tuple.of(id))
                .map(SyncJobs::one);
    }

    /** Newest first; {@code before} is the last job of the page before. */
    public Uni<List<SyncJob>> list(
            Optional<String> type,
            Optional<String> store,
            Optional<JobStatus> status,
            Optional<Place> before,
            int limit) {
        Tuple tuple = Tuple.tuple()
                .addString(type.orElse(null))
                .addString(store.orElse(null))
                .addString(status.map(Enum::name).orElse(null))
                .addOffsetDateTime(before.map(place -> place.createdAt().atOffset(ZoneOffset.UTC))
                        .orElse(null))
                .addUUID(before.map(Place::id).orElse(null))
                .addInteger(limit);
        return database.query(LIST, tuple).map(rows -> {
            List<SyncJob> jobs = new ArrayList<>();
            rows.forEach(row -> jobs.add(job(row)));
            return jobs;
        });
    }

    /** Where a page of the list ended. */
    public record Place(Instant createdAt, UUID id) {}

    private Uni<Boolean> changed(String sql, UUID id) {
        return database.query(sql, Tuple.of(id)).map(rows -> rows.rowCount() == 1);
    }

    private static Optional<SyncJob> one(RowSet<Row> rows) {
        return first(rows).map(SyncJobs::job);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    private static SyncJob job(Row row) {
        Long total = row.getLong("total");
        return new SyncJob(
                row.getUUID("id"),
                row.getString("type"),
                new ShopDomain(row.getString("store")),
                JobParameters.read(row.getString("parameters")),
                JobStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("checkpoint")),
                new Counters(
                        row.getLong("processed"),
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("skipped"),
                        row.getLong("errors")),
                total == null ? OptionalLong.empty() : OptionalLong.of(total),
                row.getInteger("attempts"),
                StoredFailures.of(row),
                Optional.ofNullable(row.getString("created_by")),
                instant(row, "created_at").orElseThrow(),
                instant(row, "started_at"),
                instant(row, "updated_at").orElseThrow(),
                instant(row, "finished_at"));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}

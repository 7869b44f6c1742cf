package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.feed.config.FeedConfig;
import io.shopoms.catalog.feed.connect.FetchResult.Fetched;
import io.shopoms.catalog.feed.connect.FetchResult.Validators;
import io.shopoms.catalog.feed.run.RunLog.Counters;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.StoredText;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The table {@code feed_run}: who works on which run, and how it ended. */
@Singleton
class FeedRuns {

    /** A later run that had begun to count may have taken effect in part: then even the same file must be read. */
    private static final String BEFORE = """
            select r.*, exists (select from feed_run later where later.config_id = $1 and not later.dry_run
                                and later.created_at > r.created_at and later.products > 0) as overtaken
            from feed_run r where config_id = $1 and status = 'COMPLETED' and not dry_run
            order by created_at desc limit 1
            """;

    private final Database database;

    FeedRuns(Database database) {
        this.database = database;
    }

    /** What the run before found: by it a file that did not change is recognised, and one that shrank. */
    record Before(Optional<String> checksum, Validators validators, long rows) {

        static final Before NOTHING = new Before(Optional.empty(), Validators.NONE, 0);
    }

    /**
     * Asks for a run; one that waits for a person is given up for it, unless it is a dry one, which changes nothing.
     *
     * @return its id, or nothing if one of the feed is open already
     */
    Uni<Optional<UUID>> request(FeedConfig config, boolean dryRun, String by) {
        UUID id = UUID.randomUUID();
        return database.transaction(transaction -> transaction
                .preparedQuery("insert into feed_run (id, config_id, store, status, dry_run, requested_by, revision)"
                        + " values ($1, $2, $3, 'PENDING', $4, $5, $6) on conflict do nothing")
                .execute(Tuple.of(id, config.id(), config.store().value(), dryRun, by, config.revision()))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(Optional.<UUID>empty())
                        : giveUpWaiting(transaction, config, dryRun).replaceWith(Optional.of(id))));
    }

    private static Uni<Void> giveUpWaiting(SqlConnection transaction, FeedConfig config, boolean dryRun) {
        return dryRun
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery("update feed_run set status = 'CANCELLED', finished_at = now(),"
                                + " message = 'a later run took its place'"
                                + " where config_id = $1 and status = 'WAITING'")
                        .execute(Tuple.of(config.id()))
                        .replaceWithVoid();
    }

    /**
     * Fails if the run is no longer this worker's: its lease ran out and another one began it anew, or its feed was
     * deleted. Whoever goes on then would see what the other has staged so far, and take the rest for removed.
     */
    Uni<Void> hold(FeedRun run) {
        return database.query(
                        "select 1 from feed_run where id = $1 and lease_owner = $2 and status = 'RUNNING'",
                        Tuple.of(run.id(), run.owner()))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new SyncFailureException(
                                new TransientFailure(
                                        "the run is no longer this worker's: another one took it over, or its feed was deleted"));
                    }
                })
                .replaceWithVoid();
    }

    /** Allows a waiting run what it asked for. */
    Uni<Boolean> confirm(String config, UUID run) {
        return database.query(
                        "update feed_run set status = 'PENDING', confirmed = true, next_attempt_at = now(), attempts = 0"
                                + " where id = $1 and config_id = $2 and status = 'WAITING' and not exists"
                                + " (select from feed_run where config_id = $2 and status in ('PENDING', 'RUNNING'))",
                        Tuple.of(run, config))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Optional<FeedRun>> claim(UUID owner, Duration lease) {
        return database.query(
                        "update feed_run set status = 'RUNNING', lease_owner = $1, attempts = attempts + 1,"
                                + " lease_until = now() + $2::bigint * interval '1 millisecond',"
                                + " started_at = coalesce(started_at, now()) where id = (select id from feed_run"
                                + " where status in ('PENDING', 'RUNNING') and next_attempt_at <= now()"
                                + " and (lease_until is null or lease_until < now())"
                                + " order by created_at limit 1 for update skip locked) returning *",
                        Tuple.of(owner, lease.toMillis()))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(run(row, owner));
                    }
                    return Optional.empty();
                });
    }

    Uni<Void> renew(FeedRun run, Duration lease) {
        return database.query(
                        "update feed_run set lease_until = now() + $3::bigint * interval '1 millisecond'"
                                + " where id = $1 and lease_owner = $2 and status = 'RUNNING'",
                        Tuple.of(run.id(), run.owner(), lease.toMillis()))
                .replaceWithVoid();
    }

    /**
     * What the last run found that was read whole; without what tells its file if the same file could mean something else.
     *
     * @param policy what feeds may change in the store
     */
    Uni<Before> before(FeedConfig config, String policy) {
        return database.query(BEFORE, Tuple.of(config.id())).map(rows -> {
            for (Row row : rows) {
                boolean same = row.getLong("revision") == config.revision()
                        && policy.equals(row.getString("policy"))
                        && !row.getBoolean("overtaken");
                return new Before(
                        Optional.ofNullable(row.getString("checksum")).filter(checksum -> same),
                        new Validators(
                                Optional.ofNullable(row.getString("etag")).filter(etag -> same),
                                Optional.ofNullable(row.getString("last_modified"))
                                        .filter(date -> same)),
                        row.getLong("rows"));
            }
            return Before.NOTHING;
        });
    }

    /** @param revision of the configuration that it is read with, which may be newer than the run */
    Uni<Void> fetched(FeedRun run, Fetched file, long revision, String policy) {
        return database.query(
                        "update feed_run set checksum = $3, bytes = $4, etag = $5, last_modified = $6,"
                                + " revision = $7, policy = $8"
                                + " where id = $1 and lease_owner = $2 and status = 'RUNNING'",
                        Tuple.tuple()
                                .addUUID(run.id())
                                .addUUID(run.owner())
                                .addString(file.checksum())
                                .addLong(file.bytes())
                                .addString(
                                        StoredText.of(file.validators().etag().orElse(null)))
                                .addString(StoredText.of(
                                        file.validators().lastModified().orElse(null)))
                                .addLong(revision)
                                .addString(policy))
                .replaceWithVoid();
    }

    Uni<Void> counted(FeedRun run, Counters counters) {
        return database.query(
                        "update feed_run set rows = $3, unreadable = $4, products = $5, refused = $6, changed = $7,"
                                + " removed = $8 where id = $1 and lease_owner = $2 and status = 'RUNNING'",
                        Tuple.tuple()
                                .addUUID(run.id())
                                .addUUID(run.owner())
                                .addLong(counters.rows())
                                .addLong(counters.unreadable())
                                .addLong(counters.products())
                                .addLong(counters.refused())
                                .addLong(counters.changed())
                                .addLong(counters.removed()))
                .replaceWithVoid();
    }

    /** @param message what the run asks, or what is worth knowing */
    Uni<Void> finish(FeedRun run, RunStatus status, Optional<String> message) {
        return database.query(
                        "update feed_run set status = $3, message = $4, lease_owner = null, lease_until = null,"
                                + " failure_kind = null, failure_message = null, failure_remedy = null,"
                                + " finished_at = case when $3 = 'WAITING' then null else now() end"
                                + " where id = $1 and lease_owner = $2 and status = 'RUNNING'",
                        Tuple.of(run.id(), run.owner(), status.name(), StoredText.of(message.orElse(null))))
                .replaceWithVoid();
    }

    /** @param retryIn when it is tried again; absent for not at all */
    Uni<Void> fail(FeedRun run, SyncFailure failure, Optional<Duration> retryIn) {
        return database.query(
                        "update feed_run set status = case when $3::bigint is null then 'FAILED' else 'PENDING' end,"
                                + " next_attempt_at = now() + coalesce($3::bigint, 0) * interval '1 millisecond',"
                                + " failure_kind = $4, failure_message = $5, failure_remedy = $6,"
                                + " lease_owner = null, lease_until = null,"
                                + " finished_at = case when $3::bigint is null then now() end"
                                + " where id = $1 and lease_owner = $2 and status = 'RUNNING'",
                        Tuple.tuple()
                                .addUUID(run.id())
                                .addUUID(run.owner())
                                .addLong(retryIn.map(Duration::toMillis).orElse(null))
                                .addString(failure.kind())
                                .addString(StoredText.of(failure.message()))
                                .addString(StoredText.of(failure.remedy())))
                .replaceWithVoid();
    }

    Uni<Integer> deleteBefore(ShopDomain store, Instant before) {
        return database.query(
                        "delete from feed_run where store = $1 and created_at < $2 and id not in (select id from"
                                + " (select distinct on (config_id) id from feed_run where store = $1"
                                + " and status = 'COMPLETED' and not dry_run order by config_id, created_at desc) newest)"
                                + " and status not in ('PENDING', 'RUNNING', 'WAITING')",
                        Tuple.of(store.value(), before.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount());
    }

    private static FeedRun run(Row row, UUID owner) {
        return new FeedRun(
                row.getUUID("id"),
                row.getString("config_id"),
                new ShopDomain(row.getString("store")),
                row.getBoolean("dry_run"),
                row.getBoolean("confirmed"),
                row.getLong("revision"),
                row.getLong("products"),
                row.getLong("unreadable"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("created_at").toInstant(),
                owner);
    }
}

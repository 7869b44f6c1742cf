package io.shopoms.sync.ops;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.PgFailures;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Deletes what is no longer needed, a bounded piece at a time. Safe in every replica: what one deleted is gone. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private static final String RECEIPTS = "delete from webhook_receipt where ctid = any(array("
            + "select ctid from webhook_receipt where received_at < $1 limit 20000))";

    private static final String REJECTED = "delete from rejected_message where rejected_at < $1";

    private static final String SURPLUS = "delete from rejected_message where id <= ("
            + "select id from rejected_message order by id desc offset $1::bigint limit 1)";

    private static final String JOBS =
            "delete from sync_job where finished_at < $1" + " and status in ('COMPLETED', 'FAILED', 'CANCELLED')";

    private final Database database;
    private final Migrations migrations;
    private final RetentionConfig config;
    private final Clock clock;

    Retention(Database database, Migrations migrations, RetentionConfig config, Clock clock) {
        this.database = database;
        this.migrations = migrations;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> clean() {
        if (!migrations.areDone()) {
            return Uni.createFrom().voidItem();
        }
        return deleted(RECEIPTS, before(config.receipts()))
                .chain(() -> deleted(REJECTED, before(config.rejected())))
                .chain(() -> deleted(SURPLUS, Tuple.of(config.rejectedRows())))
                .chain(() -> deleted(JOBS, before(config.jobs())))
                .onFailure()
                .invoke(failure -> LOG.debugf("nothing was cleaned: %s", PgFailures.describe(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> deleted(String sql, Tuple parameters) {
        return database.query(sql, parameters)
                .invoke(rows -> {
                    if (rows.rowCount() > 0) {
                        LOG.debugf("%d rows were old enough: %s", rows.rowCount(), sql);
                    }
                })
                .replaceWithVoid();
    }

    private Tuple before(Duration age) {
        return Tuple.of(OffsetDateTime.ofInstant(clock.instant().minus(age), ZoneOffset.UTC));
    }
}

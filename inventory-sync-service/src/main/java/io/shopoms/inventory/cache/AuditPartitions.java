package io.shopoms.inventory.cache;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.PgFailures;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes the audit log's partitions ahead and drops those that are old enough, with what else of the history has had its
 * time. Safe in every replica: one at a time works on it, and what one did is done.
 */
@ApplicationScoped
class AuditPartitions {

    private static final Logger LOG = Logger.getLogger(AuditPartitions.class);

    /** Whoever would wait longer for a table steps back: the log must stay writable, and there is a next time. */
    private static final String PATIENCE = "set local lock_timeout = '3s'";

    private static final String ALONE =
            "select pg_advisory_xact_lock(hashtextextended('inventory-audit-partitions', 0))";

    private static final String PARTITIONS = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'inventory_sync_log'::regclass""";

    // The names come from AuditMonth alone.
    private static final String MAKE = """
            create table %1$s (like inventory_sync_log including defaults including constraints)""";

    // Lines that came before their partition lie in the default one, which must not hold them when it is attached.
    private static final String MOVE = """
            with moved as (
                delete from inventory_sync_log_default where at >= '%2$s' and at < '%3$s' returning *)
            insert into %1$s select * from moved""";

    private static final String ATTACH =
            "alter table inventory_sync_log attach partition %1$s for values from ('%2$s') to ('%3$s')";

    private static final String STRAYS = "delete from inventory_sync_log_default where ctid = any(array("
            + "select ctid from inventory_sync_log_default where at < $1 limit 20000))";

    private static final String DRIFTS = "delete from inventory_drift where resolved_at < $1";

    private static final String ROWS = """
            delete from shopify_inventory_cache c using product_inventory p
            where p.deleted_at < $1 and c.store = p.store and c.record_id = p.inventory_item_id
              and c.status <> 'PENDING'""";

    // One that is due is told of once more before it goes.
    private static final String ITEMS = """
            with gone as (
                delete from product_inventory p where p.deleted_at < $1 and not exists (
                    select from shopify_inventory_cache c
                    where c.store = p.store and c.record_id = p.inventory_item_id)
                returning store, inventory_item_id)
            delete from inventory_level l using gone g
            where l.store = g.store and l.inventory_item_id = g.inventory_item_id""";

    private final Database database;
    private final Migrations migrations;
    private final AuditSettings settings;
    private final Clock clock;

    AuditPartitions(Database database, Migrations migrations, AuditSettings settings, Clock clock) {
        this.database = database;
        this.migrations = migrations;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> onTime() {
        if (!migrations.areDone()) {
            return Uni.createFrom().voidItem();
        }
        return keep().onFailure()
                .invoke(failure -> LOG.warnf(
                        "the partitions of the audit log were not looked after (%s); the next time is in an hour",
                        PgFailures.describe(failure)))
                .onFailure()
                .recoverWithNull();
    }

    /** Makes what is missing and drops what is old. */
    Uni<Void> keep() {
        Instant now = clock.instant();
        Instant cutoff = now.minus(settings.keep());
        return Multi.createFrom()
                .iterable(AuditMonth.from(now, settings.monthsAhead()))
                .onItem()
                .transformToUniAndConcatenate(month -> database.transaction(tx -> make(tx, month)))
                .onItem()
                .ignoreAsUni()
                .chain(() -> database.transaction(tx -> drop(tx, cutoff)))
                .chain(() -> deleted(STRAYS, cutoff))
                .chain(() -> deleted(DRIFTS, cutoff))
                .chain(() -> deleted(ROWS, cutoff))
                .chain(() -> deleted(ITEMS, cutoff));
    }

    private static Uni<Void> make(SqlConnection tx, AuditMonth month) {
        return partitions(tx)
                .chain(there -> there.contains(month)
                        ? Uni.createFrom().voidItem()
                        : run(tx, MAKE, month)
                                .chain(() -> run(tx, MOVE, month))
                                .chain(() -> run(tx, ATTACH, month))
                                .invoke(() -> LOG.infof("the audit log has a partition for %s", month.month())));
    }

    private static Uni<Void> drop(SqlConnection tx, Instant cutoff) {
        return partitions(tx)
                .onItem()
                .transformToMulti(there -> Multi.createFrom().iterable(there))
                .filter(month -> month.isBefore(cutoff))
                .onItem()
                .transformToUniAndConcatenate(month -> run(tx, "drop table %1$s", month)
                        .invoke(() -> LOG.infof("the audit log of %s is old enough and was dropped", month.month())))
                .onItem()
                .ignoreAsUni();
    }

    /** Those that are there; nobody else makes or drops any until the transaction ends. */
    private static Uni<List<AuditMonth>> partitions(SqlConnection tx) {
        return tx.query(PATIENCE)
                .execute()
                .chain(() -> tx.query(ALONE).execute())
                .chain(() -> tx.query(PARTITIONS).execute())
                .map(rows -> {
                    List<AuditMonth> months = new ArrayList<>();
                    rows.forEach(row -> Optional.of(row.getString("relname"))
                            .flatMap(AuditMonth::of)
                            .ifPresent(months::add));
                    return months;
                });
    }

    private static Uni<Void> run(SqlConnection tx, String sql, AuditMonth month) {
        return tx.query(sql.formatted(month.table(), month.begin(), month.end()))
                .execute()
                .replaceWithVoid();
    }

    private Uni<Void> deleted(String sql, Instant cutoff) {
        return database.query(sql, Tuple.of(Sql.utc(cutoff))).replaceWithVoid();
    }
}

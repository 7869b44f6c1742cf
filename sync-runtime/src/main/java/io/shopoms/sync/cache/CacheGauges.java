package io.shopoms.sync.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.PgFailures;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * How many rows wait or have failed, and how late the processor is. Read from partial indexes and counted up to a bound,
 * so that a large backlog does not make the measuring dear.
 */
@ApplicationScoped
class CacheGauges {

    private static final Logger LOG = Logger.getLogger(CacheGauges.class);
    private static final int MOST = 500_000;

    private final Database database;
    private final CacheKinds kinds;
    private final CacheProcessor processor;
    private final Migrations migrations;
    private final MultiGauge rows;
    private final MultiGauge lag;
    private final MultiGauge paused;

    CacheGauges(
            Database database,
            CacheKinds kinds,
            CacheProcessor processor,
            Migrations migrations,
            MeterRegistry meters) {
        this.database = database;
        this.kinds = kinds;
        this.processor = processor;
        this.migrations = migrations;
        this.rows = MultiGauge.builder("shopoms.cache.rows")
                .description("Cache rows that are not processed, by status")
                .register(meters);
        this.lag = MultiGauge.builder("shopoms.cache.lag")
                .baseUnit("seconds")
                .description("For how long the row that is due first has been due")
                .register(meters);
        this.paused = MultiGauge.builder("shopoms.store.paused")
                .description("1 for a store whose processing waits for a correction of its settings")
                .register(meters);
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        pauses();
        if (!migrations.areDone()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(kinds.all())
                .onItem()
                .transformToUniAndConcatenate(this::kind)
                .onItem()
                .<Measured>disjoint()
                .collect()
                .asList()
                .invoke(this::register)
                .onFailure()
                .invoke(failure -> LOG.debugf("rows were not counted: %s", PgFailures.describe(failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private record Measured(Tags tags, long rows, double lag) {}

    private Uni<List<Measured>> kind(CacheKind kind) {
        String sql = "select store, status, count(*) as rows,"
                + " (select greatest(extract(epoch from now() - min(d.next_attempt_at)), 0)::float8 from "
                + kind.table()
                + " d where d.store = o.store and d.status = 'PENDING') as lag from (select store, status from "
                + kind.table() + " where status <> 'PROCESSED' limit " + MOST + ") o group by store, status";
        return database.query(sql, Tuple.tuple()).map(found -> {
            List<Measured> measured = new ArrayList<>();
            for (Row row : found) {
                Tags tags = Tags.of(
                        "kind", kind.name(), "store", row.getString("store"), "status", row.getString("status"));
                Double late = row.getDouble("lag");
                measured.add(new Measured(tags, row.getLong("rows"), late == null ? 0 : late));
            }
            return measured;
        });
    }

    private void register(List<Measured> measured) {
        List<MultiGauge.Row<?>> counts = new ArrayList<>();
        List<MultiGauge.Row<?>> lags = new ArrayList<>();
        for (Measured one : measured) {
            counts.add(MultiGauge.Row.of(one.tags(), one.rows()));
            lags.add(MultiGauge.Row.of(one.tags(), one.lag()));
        }
        rows.register(counts, true);
        lag.register(lags, true);
    }

    private void pauses() {
        List<MultiGauge.Row<?>> stores = new ArrayList<>();
        processor
                .paused()
                .forEach(store -> stores.add(MultiGauge.Row.of(
                        Tags.of("kind", store.kind(), "store", store.store().value()), 1)));
        paused.register(stores, true);
    }
}

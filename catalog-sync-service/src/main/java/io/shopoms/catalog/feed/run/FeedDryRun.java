package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.feed.config.FeedConfig;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What a run would do, product by product; nothing is written but the run's own results. */
@Singleton
class FeedDryRun {

    private static final int AT_ONCE = 50;

    private static final String PAGE = """
            select s.product_key, s.content, coalesce(p.record_id, 0) as record_id from feed_stage s
            left join feed_product p on p.config_id = $2 and p.product_key = s.product_key
            where s.run_id = $1 and s.problem is null and s.content is not null and s.product_key > $3
            union all
            select p.product_key, null, p.record_id from feed_product p
            where $5 and p.config_id = $2 and p.present and p.product_key > $3 and not exists
                (select from feed_stage s where s.run_id = $1 and s.product_key = p.product_key)
            order by product_key limit $4
            """;

    private final Database database;
    private final FeedResults results;
    private final FeedPreview preview;
    private final FeedPolicy policy;
    private final Stores stores;

    FeedDryRun(Database database, FeedResults results, FeedPreview preview, FeedPolicy policy, Stores stores) {
        this.database = database;
        this.results = results;
        this.preview = preview;
        this.policy = policy;
        this.stores = stores;
    }

    /** @param remove whether what the feed lacks would be removed */
    Uni<Void> run(FeedRun run, FeedConfig config, boolean remove) {
        Store store = stores.find(run.store())
                .orElseThrow(() -> new SyncFailureException(new Misconfigured(
                        run.store() + " is not configured", "Configure the store again, or delete the feed.")));
        AtomicReference<String> after = new AtomicReference<>("");
        return Multi.createBy()
                .repeating()
                .uni(() -> page(run, config, after.get(), remove).call(records -> tell(run, store, records, after)))
                .whilst(records -> records.size() == AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> tell(FeedRun run, Store store, List<FeedRecord> records, AtomicReference<String> after) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        after.set(records.get(records.size() - 1).key());
        return preview.preview(store, records).chain(told -> results.save(run, told));
    }

    private Uni<List<FeedRecord>> page(FeedRun run, FeedConfig config, String after, boolean remove) {
        return database.query(PAGE, Tuple.of(run.id(), run.config(), after, AT_ONCE, remove))
                .map(rows -> {
                    List<FeedRecord> records = new ArrayList<>();
                    for (Row row : rows) {
                        records.add(new FeedRecord(
                                row.getLong("record_id"),
                                run.config(),
                                row.getString("product_key"),
                                run.id(),
                                run.createdAt(),
                                Optional.ofNullable(row.getString("content")).map(FeedRecord::product),
                                config.deletePolicy(),
                                policy.of(run.store())));
                    }
                    return records;
                });
    }
}

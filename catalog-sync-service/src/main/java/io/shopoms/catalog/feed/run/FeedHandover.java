package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.feed.config.FeedConfig;
import io.shopoms.catalog.product.Product;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * From the stage to the cache: new, changed and removed products become due rows, a chunk at a time. A chunk that is
 * repeated after a crash changes nothing, because the cache compares contents.
 */
@Singleton
class FeedHandover {

    private static final int AT_ONCE = 200;

    /** Who has which SKU must be known of all products before the first one is on its way: SKUs move between products. */
    private static final String NUMBER = """
            with held as (select id from feed_run
                          where id = $1 and lease_owner = $5 and status = 'RUNNING' for share),
                 page as (select product_key, skus from feed_stage s join held on s.run_id = held.id
                          where problem is null and content is not null and product_key > $4
                          order by product_key limit 5000),
                 numbered as (insert into feed_product as p (config_id, product_key, store, present, skus)
                              select $2, product_key, $3, true, skus from page
                              on conflict (config_id, product_key) do update set present = true, skus = excluded.skus
                              returning product_key)
            select max(product_key) as last from numbered
            """;

    private static final String CHANGED = """
            select p.record_id, s.product_key, s.content from feed_stage s
            join feed_product p on p.config_id = $2 and p.product_key = s.product_key
            where s.run_id = $1 and s.problem is null and s.content is not null order by s.product_key limit $3
            """;

    private static final String DONE = """
            with done as (update feed_stage set content = null
                          where run_id = $1 and product_key = any($3::text[]) returning product_key, content_hash)
            update feed_product p set content_hash = done.content_hash
            from done where p.config_id = $2 and p.product_key = done.product_key
            """;

    /** The worker's hold is looked at in the same instant as the stage: another worker may have emptied it. */
    private static final String MISSING = """
            select record_id, product_key from feed_product p where config_id = $2 and present and not exists
                (select from feed_stage s where s.run_id = $1 and s.product_key = p.product_key)
                and exists (select from feed_run r where r.id = $1 and r.lease_owner = $4 and r.status = 'RUNNING')
            order by product_key limit $3
            """;

    private static final String GONE = "update feed_product set present = false, content_hash = null, skus = '{}'"
            + " where config_id = $1 and product_key = any($2::text[])";

    private final Database database;
    private final CacheEntries entries;
    private final FeedProductKind kind;
    private final FeedRuns runs;
    private final FeedPolicy policy;

    FeedHandover(Database database, CacheEntries entries, FeedProductKind kind, FeedRuns runs, FeedPolicy policy) {
        this.database = database;
        this.entries = entries;
        this.kind = kind;
        this.runs = runs;
        this.policy = policy;
    }

    /** Gives every new product its number, and notes which SKUs the new and changed ones have. */
    Uni<Void> numbered(FeedRun run, FeedConfig config) {
        AtomicReference<String> after = new AtomicReference<>("");
        return Multi.createBy()
                .repeating()
                .uni(() -> number(run, config, after.get()).invoke(last -> after.set(last.orElse(""))))
                .whilst(Optional::isPresent)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Hands over everything that is new or changed. */
    Uni<Void> changed(FeedRun run, FeedConfig config) {
        return untilNoneIsLeft(() -> runs.hold(run)
                .chain(() -> changes(run, config))
                .call(records -> store(run, records))
                .call(records -> database.query(DONE, Tuple.of(run.id(), run.config(), keys(records)))));
    }

    /** Hands over everything that the feed no longer holds. */
    Uni<Void> removed(FeedRun run, FeedConfig config) {
        return untilNoneIsLeft(() -> runs.hold(run)
                .chain(() -> removals(run, config))
                .call(records -> store(run, records))
                .call(records -> database.query(GONE, Tuple.of(run.config(), keys(records)))));
    }

    private Uni<Optional<String>> number(FeedRun run, FeedConfig config, String after) {
        return runs.hold(run)
                .chain(() -> database.query(
                        NUMBER, Tuple.of(run.id(), config.id(), run.store().value(), after, run.owner())))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getString("last")));
    }

    private Uni<List<FeedRecord>> changes(FeedRun run, FeedConfig config) {
        return database.query(CHANGED, Tuple.of(run.id(), run.config(), AT_ONCE))
                .map(rows -> records(run, config, rows, true));
    }

    private Uni<List<FeedRecord>> removals(FeedRun run, FeedConfig config) {
        return database.query(MISSING, Tuple.of(run.id(), run.config(), AT_ONCE, run.owner()))
                .map(rows -> records(run, config, rows, false));
    }

    private static Uni<Void> untilNoneIsLeft(Supplier<Uni<? extends List<FeedRecord>>> chunk) {
        return Multi.createBy()
                .repeating()
                .uni(chunk)
                .whilst(records -> !records.isEmpty())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> store(FeedRun run, List<FeedRecord> records) {
        return entries.store(
                        kind,
                        records.stream()
                                .map(record -> new RawRecord(
                                        run.store(),
                                        RawFormat.FEED,
                                        record.write(),
                                        Optional.of(run.createdAt()),
                                        run.createdAt()))
                                .toList())
                .replaceWithVoid();
    }

    private List<FeedRecord> records(FeedRun run, FeedConfig config, RowSet<Row> rows, boolean present) {
        List<FeedRecord> records = new ArrayList<>();
        for (Row row : rows) {
            Optional<Product> content =
                    present ? Optional.of(FeedRecord.product(row.getString("content"))) : Optional.empty();
            records.add(new FeedRecord(
                    row.getLong("record_id"),
                    run.config(),
                    row.getString("product_key"),
                    run.id(),
                    run.createdAt(),
                    content,
                    config.deletePolicy(),
                    policy.of(run.store())));
        }
        return records;
    }

    private static String[] keys(List<FeedRecord> records) {
        return records.stream().map(FeedRecord::key).toArray(String[]::new);
    }
}

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
import java.util.function.Supplier;

/**
 * From the stage to the cache: new, changed and removed products become due rows, a chunk at a time. A chunk that is
 * repeated after a crash changes nothing, because the cache compares contents.
 */
@Singleton
class FeedHandover {

    private static final int AT_ONCE = 200;

    private static final String NUMBER = """
            with chunk as (select product_key, content, skus from feed_stage
                           where run_id = $1 and problem is null and content is not null
                           order by product_key limit $4),
                 numbered as (insert into feed_product as p (config_id, product_key, store, present, skus)
                              select $2, product_key, $3, true, skus from chunk
                              on conflict (config_id, product_key) do update set present = true, skus = excluded.skus
                              returning product_key, record_id)
            select n.record_id, n.product_key, c.content from numbered n join chunk c using (product_key)
            """;

    private static final String DONE = """
            with done as (update feed_stage set content = null
                          where run_id = $1 and product_key = any($3::text[]) returning product_key, content_hash)
            update feed_product p set content_hash = done.content_hash
            from done where p.config_id = $2 and p.product_key = done.product_key
            """;

    private static final String MISSING = """
            select record_id, product_key from feed_product p where config_id = $2 and present and not exists
                (select from feed_stage s where s.run_id = $1 and s.product_key = p.product_key)
            order by product_key limit $3
            """;

    private static final String GONE = "update feed_product set present = false, content_hash = null, skus = '{}'"
            + " where config_id = $1 and product_key = any($2::text[])";

    private final Database database;
    private final CacheEntries entries;
    private final FeedProductKind kind;

    FeedHandover(Database database, CacheEntries entries, FeedProductKind kind) {
        this.database = database;
        this.entries = entries;
        this.kind = kind;
    }

    /** Hands over everything that is new or changed. */
    Uni<Void> changed(FeedRun run, FeedConfig config) {
        return untilNoneIsLeft(() -> changes(run, config)
                .call(records -> store(run, records))
                .call(records -> database.query(DONE, Tuple.of(run.id(), run.config(), keys(records)))));
    }

    /** Hands over everything that the feed no longer holds. */
    Uni<Void> removed(FeedRun run, FeedConfig config) {
        return untilNoneIsLeft(() -> removals(run, config)
                .call(records -> store(run, records))
                .call(records -> database.query(GONE, Tuple.of(run.config(), keys(records)))));
    }

    private Uni<List<FeedRecord>> changes(FeedRun run, FeedConfig config) {
        return database.query(
                        NUMBER, Tuple.of(run.id(), run.config(), run.store().value(), AT_ONCE))
                .map(rows -> records(run, config, rows, true));
    }

    private Uni<List<FeedRecord>> removals(FeedRun run, FeedConfig config) {
        return database.query(MISSING, Tuple.of(run.id(), run.config(), AT_ONCE))
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

    private static List<FeedRecord> records(FeedRun run, FeedConfig config, RowSet<Row> rows, boolean present) {
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
                    config.deletePolicy()));
        }
        return records;
    }

    private static String[] keys(List<FeedRecord> records) {
        return records.stream().map(FeedRecord::key).toArray(String[]::new);
    }
}

package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.feed.run.FeedBatch.Staged;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.Variant;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.StoredText;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table {@code feed_stage}: what a run has read. Whole batches and sets only, so that 200,000 rows are few statements. */
@Singleton
class FeedStage {

    /** Never what another worker has staged, which took the run over. */
    private static final String CLEAR = "delete from feed_stage where run_id = $1 and exists"
            + " (select from feed_run r where r.id = $1 and r.lease_owner = $2)";

    private static final String ADD = """
            with held as (select id from feed_run
                          where id = $1 and lease_owner = $10 and status = 'RUNNING' for share)
            insert into feed_stage (run_id, product_key, part, content_hash, content, skus, title, problem)
            select $1, i.product_key, i.part, i.hash,
                   case when p.present and p.content_hash = i.hash then null else i.content end,
                   case when i.skus = '' then '{}' else string_to_array(i.skus, e'\\n') end, i.title, i.problem
            from unnest($3::text[], $4::bigint[], $5::bytea[], $6::text[], $7::text[], $8::text[], $9::text[])
                 as i(product_key, part, hash, content, skus, title, problem)
            cross join held
            left join feed_product p on p.config_id = $2 and p.product_key = i.product_key
            on conflict do nothing
            """;

    private static final String SPLIT = """
            select s.product_key, array_agg(s.part order by s.part) as parts,
                   array_agg(coalesce(s.content, c.raw::jsonb ->> 'content') order by s.part) as contents,
                   min(s.problem) as problem
            from feed_stage s
            left join feed_product p on p.config_id = $2 and p.product_key = s.product_key
            left join feed_product_cache c on c.store = p.store and c.record_id = p.record_id
            where s.run_id = $1 and s.product_key in (
                select product_key from feed_stage where run_id = $1 group by product_key having count(*) > 1 limit 100)
            group by s.product_key
            """;

    private static final String REMOVE = "delete from feed_stage where run_id = $1 and product_key = any($2::text[])";

    /** A SKU that several products of the feed have belongs to none of them: nobody could say which one. */
    private static final String DOUBLED = """
            with own as (select product_key, sku from feed_stage, unnest(skus) as sku
                         where run_id = $1 and problem is null),
                 doubled as (select sku, min(product_key) as one, max(product_key) as other from own
                             group by sku having count(distinct product_key) > 1),
                 bad as (select own.product_key, min(own.sku) as sku,
                                min(case when one = own.product_key then other else one end) as other
                         from own join doubled using (sku) group by own.product_key)
            update feed_stage s set problem =
                'the SKU ''' || bad.sku || ''' is also that of the product ''' || bad.other || ''' of this feed'
            from bad where s.run_id = $1 and s.product_key = bad.product_key
            """;

    /** Of two feeds, the one that had the SKU first keeps it. */
    private static final String CLAIMED = """
            with theirs as (select config_id, sku from feed_product, unnest(skus) as sku
                            where store = $2 and config_id <> $3 and present),
                 bad as (select s.product_key, min(sku) as sku, min(theirs.config_id) as feed
                         from feed_stage s cross join lateral unnest(s.skus) as own(sku) join theirs using (sku)
                         where s.run_id = $1 and s.problem is null group by s.product_key)
            update feed_stage s set problem = 'the SKU ''' || bad.sku || ''' belongs to the feed ''' || bad.feed || ''''
            from bad where s.run_id = $1 and s.product_key = bad.product_key
            """;

    private static final String COUNT = """
            select count(*) as products, count(problem) as refused,
                   count(*) filter (where problem is null and content is not null) as changed,
                   (select count(*) from feed_product p where p.config_id = $2 and p.present) as present,
                   (select count(*) from feed_product p where p.config_id = $2 and p.present and not exists
                       (select from feed_stage s where s.run_id = $1 and s.product_key = p.product_key)) as missing
            from feed_stage where run_id = $1
            """;

    private final Database database;

    FeedStage(Database database) {
        this.database = database;
    }

    /**
     * @param present products that the feed held before
     * @param missing those of them that it no longer holds
     */
    record Counts(long products, long refused, long changed, long present, long missing) {}

    Uni<Void> clear(FeedRun run) {
        return database.query(CLEAR, Tuple.of(run.id(), run.owner())).replaceWithVoid();
    }

    /** Forgets what runs have read that were given up. */
    Uni<Void> clearGivenUp(ShopDomain store) {
        return database.query(
                        "delete from feed_stage where run_id in (select id from feed_run"
                                + " where store = $1 and status in ('CANCELLED', 'FAILED'))",
                        Tuple.of(store.value()))
                .replaceWithVoid();
    }

    /** @param policy what feeds may change in the store: if it is another than before, everything counts as changed */
    Uni<Void> add(FeedRun run, List<Staged> products, String policy) {
        if (products.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Optional<String>> contents = products.stream()
                .map(staged -> staged.product().map(FeedRecord::write))
                .toList();
        Tuple tuple = Tuple.of(run.id(), run.config());
        tuple.addValue(products.stream().map(Staged::key).toArray(String[]::new));
        tuple.addValue(products.stream().map(Staged::part).toArray(Long[]::new));
        tuple.addValue(contents.stream()
                .map(content -> content.map(text -> hash(text + policy)).orElse(null))
                .toArray(Buffer[]::new));
        tuple.addValue(contents.stream().map(content -> content.orElse(null)).toArray(String[]::new));
        tuple.addValue(products.stream().map(FeedStage::skus).toArray(String[]::new));
        tuple.addValue(products.stream()
                .map(staged ->
                        StoredText.of(staged.product().flatMap(Product::title).orElse(null)))
                .toArray(String[]::new));
        tuple.addValue(products.stream()
                .map(staged -> StoredText.of(staged.problem().orElse(null)))
                .toArray(String[]::new));
        tuple.addValue(run.owner());
        return database.query(ADD, tuple).replaceWithVoid();
    }

    /** Products whose rows stand far apart, some of them at a time. */
    Uni<List<SplitProduct>> split(FeedRun run) {
        return database.query(SPLIT, Tuple.of(run.id(), run.config())).map(rows -> {
            List<SplitProduct> split = new ArrayList<>();
            for (Row row : rows) {
                split.add(new SplitProduct(
                        row.getString("product_key"),
                        row.getArrayOfLongs("parts")[0],
                        List.of(Optional.ofNullable(row.getArrayOfStrings("contents"))
                                .orElse(new String[0])),
                        Optional.ofNullable(row.getString("problem"))));
            }
            return split;
        });
    }

    /** Puts one row for each in the place of its parts. */
    Uni<Void> replace(FeedRun run, List<Staged> merged, String policy) {
        return database.query(
                        REMOVE,
                        Tuple.of(run.id(), merged.stream().map(Staged::key).toArray(String[]::new)))
                .chain(() -> add(run, merged, policy));
    }

    Uni<Void> refuseContested(FeedRun run) {
        return database.query(DOUBLED, Tuple.of(run.id()))
                .chain(() ->
                        database.query(CLAIMED, Tuple.of(run.id(), run.store().value(), run.config())))
                .replaceWithVoid();
    }

    Uni<Counts> count(FeedRun run) {
        return database.query(COUNT, Tuple.of(run.id(), run.config())).map(rows -> {
            Row row = rows.iterator().next();
            return new Counts(
                    row.getLong("products"),
                    row.getLong("refused"),
                    row.getLong("changed"),
                    row.getLong("present"),
                    row.getLong("missing"));
        });
    }

    private static String skus(Staged staged) {
        return staged.product()
                .map(product -> product.variants().stream()
                        .map(Variant::sku)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("\n")))
                .orElse("");
    }

    private static Buffer hash(String content) {
        try {
            return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

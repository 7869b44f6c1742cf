package io.shopoms.catalog.feed.run;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The table {@code feed_product}: which product of Shopify stands for which product of a feed. */
@Singleton
public class FeedProducts {

    private static final String LINKS =
            "select record_id, shopify_product_id, archived from feed_product where record_id = any($1::bigint[])";

    private static final String HOLDERS =
            "select record_id, shopify_product_id, config_id, product_key, skus from feed_product"
                    + " where store = $1 and present and shopify_product_id = any($2::bigint[])";

    private static final String CLAIMS =
            "select sku, record_id, config_id, product_key, skus, shopify_product_id from feed_product,"
                    + " unnest(skus) as sku where store = $1 and present and skus && $2::text[] and sku = any($2::text[])";

    private static final String LINK = "update feed_product p set shopify_product_id = n.product, archived = false"
            + " from unnest($1::bigint[], $2::bigint[]) as n(record, product) where p.record_id = n.record";

    private static final String ARCHIVED =
            "update feed_product set archived = true where record_id = any($1::bigint[])";

    private final Database database;

    FeedProducts(Database database) {
        this.database = database;
    }

    /** @param archived whether it was archived because the feed no longer held it */
    public record Link(Optional<ShopifyId> product, boolean archived) {}

    /**
     * A product of a feed.
     *
     * @param product of Shopify that stands for it, if there is one
     * @param skus that it has now
     */
    public record Holder(long recordId, String feed, String key, Optional<ShopifyId> product, Set<String> skus) {

        @Override
        public String toString() {
            return "the product '" + key + "' of the feed '" + feed + "'";
        }
    }

    public Uni<Map<Long, Link>> links(Collection<Long> records) {
        return database.query(LINKS, Tuple.of(records.toArray(Long[]::new))).map(rows -> {
            Map<Long, Link> links = new HashMap<>();
            for (Row row : rows) {
                links.put(
                        row.getLong("record_id"),
                        new Link(
                                Optional.ofNullable(row.getLong("shopify_product_id"))
                                        .map(ShopifyId::new),
                                row.getBoolean("archived")));
            }
            return links;
        });
    }

    /** Which product of a feed holds which product of Shopify. */
    public Uni<Map<ShopifyId, Holder>> holders(ShopDomain store, Collection<ShopifyId> products) {
        Long[] ids = products.stream().map(ShopifyId::value).toArray(Long[]::new);
        return database.query(HOLDERS, Tuple.of(store.value(), ids)).map(rows -> {
            Map<ShopifyId, Holder> holders = new HashMap<>();
            rows.forEach(row -> holders.put(new ShopifyId(row.getLong("shopify_product_id")), holder(row)));
            return holders;
        });
    }

    /** Which product of a feed has which SKU. */
    public Uni<Map<String, Holder>> claims(ShopDomain store, Collection<String> skus) {
        return database.query(CLAIMS, Tuple.of(store.value(), skus.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Holder> claims = new HashMap<>();
                    rows.forEach(row -> claims.put(row.getString("sku"), holder(row)));
                    return claims;
                });
    }

    /** @param products of Shopify by the record of the feed that they stand for */
    public Uni<Void> link(Map<Long, ShopifyId> products) {
        Long[] records = products.keySet().toArray(Long[]::new);
        Long[] ids =
                Stream.of(records).map(record -> products.get(record).value()).toArray(Long[]::new);
        return database.query(LINK, Tuple.of(records, ids)).replaceWithVoid();
    }

    public Uni<Void> archived(Collection<Long> records) {
        return database.query(ARCHIVED, Tuple.of(records.toArray(Long[]::new))).replaceWithVoid();
    }

    /** The product is gone from Shopify. */
    public Uni<Void> unlink(long record) {
        return database.query(
                        "update feed_product set shopify_product_id = null, archived = false where record_id = $1",
                        Tuple.of(record))
                .replaceWithVoid();
    }

    private static Holder holder(Row row) {
        return new Holder(
                row.getLong("record_id"),
                row.getString("config_id"),
                row.getString("product_key"),
                Optional.ofNullable(row.getLong("shopify_product_id")).map(ShopifyId::new),
                Set.of(row.getArrayOfStrings("skus")));
    }
}

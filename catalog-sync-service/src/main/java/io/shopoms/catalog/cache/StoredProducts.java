package io.shopoms.catalog.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The newest known records of products in the table {@code shopify_product_cache}. */
@Singleton
public class StoredProducts {

    private final Database database;

    StoredProducts(Database database) {
        this.database = database;
    }

    /** A record as it was received. */
    public record Stored(RawFormat format, String raw) {}

    /** Those of some products that are known, by id. */
    public Uni<Map<Long, Stored>> find(ShopDomain shop, Collection<Long> productIds) {
        return productIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : database.query(
                                "select record_id, raw_format, raw from shopify_product_cache"
                                        + " where store = $1 and record_id = any($2)",
                                Tuple.of(shop.value(), productIds.toArray(Long[]::new)))
                        .map(rows -> {
                            Map<Long, Stored> found = new HashMap<>();
                            rows.forEach(row -> found.put(
                                    row.getLong("record_id"),
                                    new Stored(RawFormat.valueOf(row.getString("raw_format")), row.getString("raw"))));
                            return found;
                        });
    }
}

package io.shopoms.catalog.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Which products are cached. */
@ApplicationScoped
public class CachedProducts {

    // A deleted product has no handle.
    private static final String AFTER = """
            select record_id from shopify_product_cache
            where store = $1 and record_id > $2 and handle is not null
            order by record_id limit $3""";

    private final Database database;

    CachedProducts(Database database) {
        this.database = database;
    }

    /** The next products that are not known to be deleted, in the order of their ids. */
    public Uni<List<ShopifyId>> after(ShopDomain shop, long product, int most) {
        return database.query(AFTER, Tuple.of(shop.value(), product, most)).map(rows -> {
            List<ShopifyId> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(new ShopifyId(row.getLong("record_id"))));
            return ids;
        });
    }
}

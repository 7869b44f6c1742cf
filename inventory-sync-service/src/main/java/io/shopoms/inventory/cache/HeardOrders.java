package io.shopoms.inventory.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Up to which change of each order the order service has told us. */
@ApplicationScoped
public class HeardOrders {

    private static final String FIND =
            "select shopify_order_id, units from order_stock where store = $1 and shopify_order_id = any($2)";

    private final Database database;
    private final OrderRows rows;

    HeardOrders(Database database, OrderRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Shopify's date of the newest version that was heard of; orders of which nothing was heard are missing. */
    public Uni<Map<ShopifyId, Instant>> of(ShopDomain store, Collection<ShopifyId> orders) {
        return database.query(FIND, Tuple.of(store.value(), Sql.ids(orders))).map(found -> {
            Map<ShopifyId, Instant> heard = new HashMap<>();
            found.forEach(row -> rows.read(row.getString("units"))
                    .heardUntil()
                    .ifPresent(until -> heard.put(Sql.id(row, "shopify_order_id"), until)));
            return heard;
        });
    }
}

package io.shopoms.inventory.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The items of a store that are linked with a product, for whoever compares all of them. */
@ApplicationScoped
public class LinkedItems {

    private static final String PAGE = """
            select inventory_item_id from product_inventory
            where store = $1 and odoo_product_id is not null and deleted_at is null and inventory_item_id > $2
            order by inventory_item_id limit $3""";

    private static final String COUNT = """
            select count(*) as linked from product_inventory
            where store = $1 and odoo_product_id is not null and deleted_at is null""";

    private static final String IDLE = """
            select $1::text as store, item as inventory_item_id from unnest($2::bigint[]) as g(item)
            where not exists (select from shopify_inventory_cache c
                              where c.store = $1 and c.record_id = g.item and c.status = 'PENDING')""";

    private final Database database;
    private final DueItems due;

    LinkedItems(Database database, DueItems due) {
        this.database = database;
        this.due = due;
    }

    /** The next items in the order of their ids; empty at the end. */
    public Uni<List<ShopifyId>> after(ShopDomain store, long after, int limit) {
        return database.query(PAGE, Tuple.of(store.value(), after, limit)).map(rows -> {
            List<ShopifyId> items = new ArrayList<>();
            rows.forEach(row -> items.add(Sql.id(row, "inventory_item_id")));
            return List.copyOf(items);
        });
    }

    public Uni<Long> count(ShopDomain store) {
        return database.query(COUNT, Tuple.of(store.value()))
                .map(rows -> rows.iterator().next().getLong("linked"));
    }

    /**
     * Makes those of the items due that are not due yet; nothing that is known of Shopify is doubted. One that waits for its
     * work, or for another attempt, will look at both sides by itself, and one in work does so just now.
     *
     * @return how many
     */
    public Uni<Integer> raise(ShopDomain store, Collection<ShopifyId> items) {
        return items.isEmpty()
                ? Uni.createFrom().item(0)
                : database.transaction(tx -> tx.preparedQuery(IDLE)
                        .execute(Tuple.of(store.value(), Sql.ids(items)))
                        .map(DueItems::keys)
                        .call(idle -> idle.isEmpty() ? Uni.createFrom().voidItem() : due.raise(tx, idle))
                        .map(List::size));
    }
}

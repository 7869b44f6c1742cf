package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.DueRows;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes items due. Every transaction of the service takes its locks in the order cache row, item, level, and within each
 * in the order of {@link ItemKey}: so no two wait for each other.
 */
@ApplicationScoped
public class DueItems {

    private static final String DOUBT = """
            with held as (
                select l.store, l.inventory_item_id, l.location_id
                from inventory_level l
                join unnest($1::text[], $2::bigint[]) as i(store, item)
                  on l.store = i.store and l.inventory_item_id = i.item
                order by l.store, l.inventory_item_id, l.location_id for update of l)
            update inventory_level l set doubts = l.doubts + 1 from held
            where l.store = held.store and l.inventory_item_id = held.inventory_item_id
              and l.location_id = held.location_id""";

    private static final String LINKED = """
            select store, inventory_item_id from product_inventory
            where deleted_at is null and store = any($1) and odoo_product_id = any($2)""";

    private static final String COME_OF_AGE = """
            select store, inventory_item_id from product_inventory
            where store = $1 and look_again_at <= $2 order by look_again_at limit $3""";

    private static final String LOOKED_AGAIN = """
            update product_inventory set look_again_at = null
            where store = $1 and inventory_item_id = any($2) and look_again_at <= $3""";

    private final Database database;
    private final DueRows rows;
    private final InventoryCache cache;
    private final SameOdoo sameOdoo;
    private final Clock clock;

    DueItems(Database database, DueRows rows, InventoryCache cache, SameOdoo sameOdoo, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.cache = cache;
        this.sameOdoo = sameOdoo;
        this.clock = clock;
    }

    /** Makes items due inside the caller's transaction; they are looked at as soon as it has committed. */
    public Uni<Void> raise(SqlConnection transaction, Collection<ItemKey> items) {
        SortedSet<ItemKey> sorted = new TreeSet<>(items);
        Instant now = clock.instant();
        return rows.require(
                        transaction,
                        cache,
                        sorted.stream()
                                .map(item -> InventoryCache.mention(item, now))
                                .toList())
                .replaceWithVoid();
    }

    /** The same, and every known level of the items is read from Shopify before anything is decided. */
    public Uni<Void> raiseDoubting(SqlConnection transaction, Collection<ItemKey> items) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        SortedSet<ItemKey> sorted = new TreeSet<>(items);
        Tuple keys = Tuple.of(Sql.stores(sorted), Sql.items(sorted));
        return raise(transaction, sorted)
                .chain(() -> transaction.preparedQuery(DOUBT).execute(keys))
                .replaceWithVoid();
    }

    /**
     * The same for the items that are linked with these products, in all stores on the same Odoo; nothing is doubted.
     *
     * @return how many
     */
    public Uni<Integer> raiseProducts(SqlConnection transaction, Store store, Collection<OdooId> products) {
        return ofProducts(transaction, store, products)
                .call(items -> raise(transaction, items))
                .map(List::size);
    }

    /** The same in a transaction of its own. */
    public Uni<Integer> raiseProducts(Store store, Collection<OdooId> products) {
        return products.isEmpty()
                ? Uni.createFrom().item(0)
                : database.transaction(tx -> raiseProducts(tx, store, products));
    }

    /** The same for one product, every level of the items doubtful: whatever is thought to be known is read anew. */
    public Uni<Integer> raiseDoubting(Store store, OdooId product) {
        return database.transaction(tx -> ofProducts(tx, store, List.of(product))
                .call(items -> raiseDoubting(tx, items))
                .map(List::size));
    }

    /**
     * Makes the items due whose time has come to be looked at again.
     *
     * @return how many; fewer than {@code limit} if there are no more
     */
    public Uni<Integer> raiseComeOfAge(ShopDomain store, int limit) {
        Instant now = clock.instant();
        return database.transaction(tx -> tx.preparedQuery(COME_OF_AGE)
                .execute(Tuple.of(store.value(), Sql.utc(now), limit))
                .map(DueItems::keys)
                .call(items -> raise(tx, items))
                .call(items -> tx.preparedQuery(LOOKED_AGAIN)
                        .execute(Tuple.of(
                                store.value(),
                                Sql.longs(items, key -> key.item().value()),
                                Sql.utc(now))))
                .map(List::size));
    }

    /** The items that are linked with these products, in all stores on the same Odoo. */
    Uni<List<ItemKey>> ofProducts(SqlConnection transaction, Store store, Collection<OdooId> products) {
        return ofProducts(transaction, store.shop(), products);
    }

    Uni<List<ItemKey>> ofProducts(SqlConnection transaction, ShopDomain store, Collection<OdooId> products) {
        if (products.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String[] domains = sameOdoo.domains(store).toArray(String[]::new);
        return transaction
                .preparedQuery(LINKED)
                .execute(Tuple.of(domains, Sql.odooIds(products)))
                .map(DueItems::keys);
    }

    static List<ItemKey> keys(RowSet<Row> rows) {
        List<ItemKey> keys = new ArrayList<>();
        rows.forEach(
                row -> keys.add(new ItemKey(new ShopDomain(row.getString("store")), Sql.id(row, "inventory_item_id"))));
        return keys;
    }
}

package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.StockItem.Failure;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.StockLink.Measured;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table {@code product_inventory}, as people read it. */
@ApplicationScoped
public class StockItems {

    private static final String COLUMNS = """
            select store, inventory_item_id, shopify_variant_id, shopify_product_id, sku, tracked, odoo_product_id,
                   catalog_product_id, chosen, chosen_by, sync_enabled, allocation, allocation_value, buffer, measured,
                   b2b_stock, b2c_stock, last_synced_at, failure_kind, failure_message, failure_remedy, failed_at,
                   deleted_at
            from product_inventory
            """;

    private static final String FIND = COLUMNS + "where store = $1 and inventory_item_id = any($2)";

    private static final String OF_VARIANT =
            COLUMNS + "where store = $1 and shopify_variant_id = $2 order by deleted_at nulls first limit 1";

    private static final String OF_PRODUCT =
            COLUMNS + "where store = any($1) and odoo_product_id = $2 order by store, inventory_item_id limit $3";

    private final Database database;

    StockItems(Database database) {
        this.database = database;
    }

    /** How an item is linked, or fares. */
    public enum State {
        LINKED("odoo_product_id is not null and deleted_at is null"),
        UNLINKED("odoo_product_id is null and deleted_at is null"),
        DISABLED("odoo_product_id is not null and not sync_enabled and deleted_at is null"),
        FAILED("failure_kind is not null and deleted_at is null"),
        DELETED("deleted_at is not null");

        private final String condition;

        State(String condition) {
            this.condition = condition;
        }
    }

    /**
     * Which items somebody looks for.
     *
     * @param store of one store only
     * @param state deleted ones are left out unless asked for
     * @param search one of whose ids is this, or whose SKU begins with it, regardless of case
     */
    public record Filter(Optional<ShopDomain> store, Optional<State> state, Optional<String> search) {}

    /**
     * Items in the order of store and id.
     *
     * @param after the last item of the page before
     */
    public Uni<List<StockItem>> search(Filter filter, Optional<ItemKey> after, int limit) {
        Tuple tuple = Tuple.tuple();
        StringBuilder sql = new StringBuilder(COLUMNS).append("where ");
        sql.append(filter.state().map(state -> state.condition).orElse("deleted_at is null"));
        filter.store().ifPresent(store -> sql.append(" and store = ").append(add(tuple, store.value())));
        filter.search().ifPresent(text -> sql.append(matches(tuple, text)));
        after.ifPresent(last -> sql.append(" and (store, inventory_item_id) > (")
                .append(add(tuple, last.store().value()))
                .append(", ")
                .append(add(tuple, last.item().value()))
                .append(")"));
        sql.append(" order by store, inventory_item_id limit ").append(add(tuple, limit));
        return database.query(sql.toString(), tuple).map(StockItems::items);
    }

    public Uni<Optional<StockItem>> find(ItemKey key) {
        return database.query(
                        FIND,
                        Tuple.of(key.store().value(), new Long[] {key.item().value()}))
                .map(StockItems::first);
    }

    public Uni<Optional<StockItem>> ofVariant(ShopDomain store, ShopifyId variant) {
        return database.query(OF_VARIANT, Tuple.of(store.value(), variant.value()))
                .map(StockItems::first);
    }

    /** The items of these stores that are linked with a product. */
    public Uni<List<StockItem>> ofProduct(Collection<String> domains, OdooId product, int limit) {
        return database.query(OF_PRODUCT, Tuple.of(domains.toArray(String[]::new), product.value(), limit))
                .map(StockItems::items);
    }

    /** The item in the caller's transaction, locked until its end. */
    static Uni<Optional<StockItem>> locked(SqlConnection transaction, ItemKey key) {
        return transaction
                .preparedQuery(FIND + " for update")
                .execute(Tuple.of(key.store().value(), new Long[] {key.item().value()}))
                .map(StockItems::first);
    }

    /** An id, or the beginning of a SKU. */
    private static String matches(Tuple tuple, String text) {
        String prefix = add(tuple, text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        String bySku = "(sku <> '' and lower(sku) like " + prefix + ")";
        if (!text.matches("\\d{1,18}")) {
            return " and " + bySku;
        }
        String id = add(tuple, Long.parseLong(text));
        return " and (" + bySku + " or inventory_item_id = " + id + " or shopify_variant_id = " + id
                + " or shopify_product_id = " + id + " or odoo_product_id = " + id + ")";
    }

    private static String add(Tuple tuple, Object value) {
        tuple.addValue(value);
        return "$" + tuple.size();
    }

    private static Optional<StockItem> first(RowSet<Row> rows) {
        return items(rows).stream().findFirst();
    }

    private static List<StockItem> items(RowSet<Row> rows) {
        List<StockItem> items = new ArrayList<>();
        rows.forEach(row -> items.add(item(row)));
        return items;
    }

    private static StockItem item(Row row) {
        return new StockItem(
                new ItemKey(new ShopDomain(row.getString("store")), Sql.id(row, "inventory_item_id")),
                Sql.maybeId(row, "shopify_variant_id"),
                Sql.maybeId(row, "shopify_product_id"),
                row.getString("sku"),
                Optional.ofNullable(row.getBoolean("tracked")),
                Sql.maybeOdooId(row, "odoo_product_id"),
                Sql.maybeOdooId(row, "catalog_product_id"),
                Optional.ofNullable(row.getBoolean("chosen") ? row.getString("chosen_by") : null),
                row.getBoolean("sync_enabled"),
                LinkRows.allocation(row),
                Sql.maybeLong(row, "buffer"),
                Measured.valueOf(row.getString("measured")),
                Sql.maybeLong(row, "b2b_stock"),
                Sql.maybeLong(row, "b2c_stock"),
                Sql.maybeInstant(row, "last_synced_at"),
                failure(row),
                Sql.maybeInstant(row, "deleted_at"));
    }

    private static Optional<Failure> failure(Row row) {
        return Optional.ofNullable(row.getString("failure_kind"))
                .map(kind -> new Failure(
                        kind,
                        row.getString("failure_message"),
                        row.getString("failure_remedy"),
                        Sql.instant(row, "failed_at")));
    }
}

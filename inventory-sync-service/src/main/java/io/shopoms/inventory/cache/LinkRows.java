package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.Settlement.ItemResult;
import io.shopoms.inventory.stock.Allocation;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLink.Measured;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.StoredText;
import io.shopoms.sync.failure.SyncFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The table {@code product_inventory}, as the processor reads and changes it. */
final class LinkRows {

    private static final String FIND = """
            select store, inventory_item_id, shopify_variant_id, odoo_product_id, sku, sync_enabled, allocation,
                   allocation_value, buffer, measured
            from product_inventory
            where store = $1 and inventory_item_id = any($2) and odoo_product_id is not null and deleted_at is null""";

    private static final String RESULTS = """
            with given as (
                select * from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[],
                                     $8::timestamptz[], $9::timestamptz[])
                as g(item, b2b, b2c, failure_kind, failure_message, failure_remedy, at, again)),
            held as (
                select g.* from product_inventory p join given g on p.inventory_item_id = g.item
                where p.store = $1 order by p.inventory_item_id for update of p)
            update product_inventory p set
                b2b_stock = coalesce(h.b2b, p.b2b_stock), b2c_stock = coalesce(h.b2c, p.b2c_stock),
                failure_kind = h.failure_kind, failure_message = h.failure_message,
                failure_remedy = h.failure_remedy,
                failed_at = case when h.failure_kind is null then null
                                 when h.failure_kind = p.failure_kind then p.failed_at else h.at end,
                looked_at = h.at, look_again_at = h.again,
                last_synced_at = case when h.failure_kind is null and h.b2c is not null then h.at
                                      else p.last_synced_at end
            from held h where p.store = $1 and p.inventory_item_id = h.item""";

    private LinkRows() {}

    static Uni<Map<ShopifyId, StockLink>> find(
            SqlConnection transaction, ShopDomain store, Collection<ShopifyId> items) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(store.value(), Sql.ids(items)))
                .map(rows -> {
                    Map<ShopifyId, StockLink> links = new HashMap<>();
                    rows.forEach(row -> link(row).ifPresent(link -> links.put(link.item(), link)));
                    return links;
                });
    }

    /** Stores what became of items, for people. */
    static Uni<Void> store(SqlConnection transaction, ShopDomain store, List<ItemResult> results) {
        if (results.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<ItemResult> sorted = results.stream()
                .sorted(Comparator.comparingLong(result -> result.item().value()))
                .toList();
        return transaction.preparedQuery(RESULTS).execute(given(store, sorted)).replaceWithVoid();
    }

    private static Tuple given(ShopDomain store, List<ItemResult> results) {
        return Tuple.tuple()
                .addString(store.value())
                .addValue(Sql.longs(results, r -> r.item().value()))
                .addValue(Sql.longs(results, r -> r.b2b().orElse(null)))
                .addValue(Sql.longs(results, r -> r.b2c().orElse(null)))
                .addValue(Sql.texts(results, failure(SyncFailure::kind)))
                .addValue(Sql.texts(results, failure(SyncFailure::message)))
                .addValue(Sql.texts(results, failure(SyncFailure::remedy)))
                .addValue(Sql.array(results, r -> Sql.utc(r.at()), OffsetDateTime[]::new))
                .addValue(Sql.array(results, r -> Sql.utc(r.lookAgainAt()), OffsetDateTime[]::new));
    }

    private static Function<ItemResult, String> failure(Function<SyncFailure, String> text) {
        return result -> result.failure().map(text).map(StoredText::of).orElse(null);
    }

    /** The link of a row; empty if it is linked with nothing. */
    static Optional<StockLink> link(Row row) {
        ShopifyId item = Sql.id(row, "inventory_item_id");
        Optional<OdooId> product = Sql.maybeOdooId(row, "odoo_product_id");
        // An item that a person linked by its id may have a variant that nobody has told yet.
        ShopifyId variant = Sql.maybeId(row, "shopify_variant_id").orElse(item);
        return product.map(linked -> new StockLink(
                new ShopDomain(row.getString("store")),
                item,
                variant,
                linked,
                row.getString("sku"),
                row.getBoolean("sync_enabled"),
                allocation(row),
                Sql.maybeLong(row, "buffer"),
                Measured.valueOf(row.getString("measured"))));
    }

    static Optional<Allocation> allocation(Row row) {
        BigDecimal value = row.getBigDecimal("allocation_value");
        return Optional.ofNullable(row.getString("allocation")).map(kind -> switch (kind) {
            case "FIXED" -> new Allocation.Fixed(value.longValueExact());
            case "SHARE" -> new Allocation.Share(value);
            default -> new Allocation.None();
        });
    }
}

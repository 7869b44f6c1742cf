package io.shopoms.inventory.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders whose units are kept back because Odoo's stock does not account for them yet, as people see them. */
@ApplicationScoped
public class PendingOrders {

    private static final String FIND = """
            with found as (
                select store, shopify_order_id, order_name, pending_since from order_stock k
                where pending and store = $1 and ($2::bigint is null or shopify_order_id = $2)
                  and ($3::text is null or exists (
                      select from pending_unit u
                      where u.store = k.store and u.shopify_order_id = k.shopify_order_id and u.sku = $3))
                  and ($5::timestamptz is null or (pending_since, shopify_order_id) > ($5, $6::bigint))
                order by pending_since, shopify_order_id limit $4)
            select f.*, u.shopify_variant_id, u.sku, u.units
            from found f join pending_unit u using (store, shopify_order_id)
            order by f.pending_since, f.shopify_order_id, u.sku, u.shopify_variant_id""";

    private final Database database;

    PendingOrders(Database database) {
        this.database = database;
    }

    /**
     * @param name such as {@code #1001}
     * @param since when the first of its units became pending
     */
    public record PendingOrder(long id, String name, Instant since, List<Units> units) {}

    /** @param variantId empty for a deleted variant */
    public record Units(Optional<Long> variantId, String sku, long units) {}

    /** Where a page ended. */
    public record Place(Instant since, long id) {}

    /** The oldest first: at most {@code limit} of those that come after a place. */
    public Uni<List<PendingOrder>> find(ShopDomain store, Optional<String> sku, Optional<Place> after, int limit) {
        return find(Tuple.of(
                store.value(),
                null,
                sku.orElse(null),
                limit,
                after.map(place -> Sql.utc(place.since())).orElse(null),
                after.map(Place::id).orElse(null)));
    }

    /** One order; empty if it is not pending, or unknown. */
    public Uni<Optional<PendingOrder>> find(ShopDomain store, long order) {
        return find(Tuple.of(store.value(), order, null, 1, null, null))
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<PendingOrder>> find(Tuple parameters) {
        return database.query(FIND, parameters).map(rows -> {
            Map<Long, PendingOrder> orders = new LinkedHashMap<>();
            for (Row row : rows) {
                orders.computeIfAbsent(row.getLong("shopify_order_id"), id -> order(id, row))
                        .units()
                        .add(new Units(
                                Optional.ofNullable(row.getLong("shopify_variant_id")),
                                row.getString("sku"),
                                row.getLong("units")));
            }
            return List.copyOf(orders.values());
        });
    }

    private static PendingOrder order(long id, Row row) {
        return new PendingOrder(id, row.getString("order_name"), Sql.instant(row, "pending_since"), new ArrayList<>());
    }
}

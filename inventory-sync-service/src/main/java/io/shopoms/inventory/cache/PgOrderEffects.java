package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.OrderEffect;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The table {@code order_effect}, by what its variants' items are now. */
@ApplicationScoped
class PgOrderEffects implements OrderEffects {

    private static final String FIND = """
            select e.id, p.inventory_item_id, e.units, e.heard_at
            from product_inventory p
            join order_effect e on e.store = p.store and e.shopify_variant_id = p.shopify_variant_id
            where p.store = $1 and p.inventory_item_id = any($2)
            order by e.id""";

    private static final String DELETE = "delete from order_effect where id = any($1)";

    private static final String LEAVE = """
            update order_effect e set units = g.units
            from unnest($1::bigint[], $2::bigint[]) as g(id, units) where e.id = g.id""";

    @Override
    public Uni<List<OrderEffect>> of(SqlConnection transaction, ShopDomain store, Collection<ShopifyId> items) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(store.value(), Sql.ids(items)))
                .map(rows -> {
                    List<OrderEffect> effects = new ArrayList<>();
                    for (Row row : rows) {
                        effects.add(new OrderEffect(
                                row.getLong("id"),
                                Sql.id(row, "inventory_item_id"),
                                row.getLong("units"),
                                Sql.instant(row, "heard_at")));
                    }
                    return effects;
                });
    }

    @Override
    public Uni<Void> settle(SqlConnection transaction, Map<Long, Long> left) {
        List<Long> gone = new ArrayList<>();
        SortedMap<Long, Long> rest = new TreeMap<>();
        left.forEach((id, units) -> {
            if (units == 0) {
                gone.add(id);
            } else {
                rest.put(id, units);
            }
        });
        return transaction
                .preparedQuery(DELETE)
                .execute(Tuple.of(gone.toArray(Long[]::new)))
                .chain(() -> rest.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction
                                .preparedQuery(LEAVE)
                                .execute(Tuple.of(
                                        rest.keySet().toArray(Long[]::new),
                                        rest.values().toArray(Long[]::new)))
                                .replaceWithVoid());
    }
}

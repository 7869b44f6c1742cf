package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What ends with a link. The differences of levels were units of the product that the item stood for: they say nothing of
 * another one, so the next reading is taken as it is.
 */
final class LinkEnds {

    private static final String FORGET = """
            with held as (
                select store, inventory_item_id, location_id from inventory_level
                where (store, inventory_item_id) in (select * from unnest($1::text[], $2::bigint[]))
                order by store, inventory_item_id, location_id for update)
            update inventory_level l set kept = false, unexplained = 0, differences = '[]', shown = 0, number = null,
                doubts = l.doubts + 1, revision = l.revision + 1
            from held h where l.store = h.store and l.inventory_item_id = h.inventory_item_id
              and l.location_id = h.location_id""";

    private LinkEnds() {}

    /** Forgets what was open about items whose link has just changed. */
    static Uni<Void> forget(SqlConnection transaction, Collection<ItemKey> items) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple given = Tuple.of(Sql.stores(items), Sql.items(items));
        return transaction.preparedQuery(FORGET).execute(given).chain(() -> endDrifts(transaction, items));
    }

    private static Uni<Void> endDrifts(SqlConnection transaction, Collection<ItemKey> items) {
        Map<ShopDomain, List<ShopifyId>> byStore = items.stream()
                .collect(Collectors.groupingBy(ItemKey::store, Collectors.mapping(ItemKey::item, Collectors.toList())));
        return Multi.createFrom()
                .iterable(byStore.entrySet())
                .onItem()
                .transformToUniAndConcatenate(of -> DriftRows.endAll(
                        transaction, of.getKey(), of.getValue(), "the item stands for another product, or none"))
                .onItem()
                .ignoreAsUni();
    }
}

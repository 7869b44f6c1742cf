package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.StockSnapshot.OtherLevel;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Levels of other items, of all stores on one Odoo, that hold units of a product back. */
final class OtherLevels {

    private static final String FIND = """
            select p.odoo_product_id, l.store, l.inventory_item_id, l.location_id, -l.unexplained as held,
                   s.kind, s.odoo_id
            from product_inventory p
            join inventory_level l using (store, inventory_item_id)
            left join location_source s on s.store = l.store and s.location_id = l.location_id
            where p.store = any($1) and p.odoo_product_id = any($2) and p.deleted_at is null and l.unexplained < 0
              and not (p.store = $3 and p.inventory_item_id = any($4))""";

    private OtherLevels() {}

    private record Place(OdooId product, ShopDomain store, LevelKey key, long held) {}

    /**
     * @param domains the stores on this Odoo
     * @param items of {@code store}, whose own levels are left out
     */
    static Uni<Map<OdooId, List<OtherLevel>>> find(
            SqlConnection transaction,
            Collection<String> domains,
            Store store,
            Collection<ShopifyId> items,
            Collection<OdooId> products) {
        Tuple parameters = Tuple.of(
                domains.toArray(String[]::new),
                Sql.odooIds(products),
                store.shop().value(),
                Sql.ids(items));
        return transaction.preparedQuery(FIND).execute(parameters).map(OtherLevels::levels);
    }

    private static Map<OdooId, List<OtherLevel>> levels(RowSet<Row> rows) {
        Map<Place, Set<StockSource>> places = new LinkedHashMap<>();
        for (Row row : rows) {
            Set<StockSource> sources = places.computeIfAbsent(place(row), place -> new HashSet<>());
            if (row.getString("kind") != null) {
                sources.add(LocationRows.source(row));
            }
        }
        Map<OdooId, List<OtherLevel>> levels = new HashMap<>();
        places.forEach((place, sources) -> levels.computeIfAbsent(place.product(), product -> new ArrayList<>())
                .add(new OtherLevel(place.store(), place.key(), sources, place.held())));
        return levels;
    }

    private static Place place(Row row) {
        return new Place(
                new OdooId(row.getLong("odoo_product_id")),
                new ShopDomain(row.getString("store")),
                new LevelKey(Sql.id(row, "inventory_item_id"), Sql.id(row, "location_id")),
                row.getLong("held"));
    }
}

package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables {@code location} and {@code location_source}, as the processor reads them. */
final class LocationRows {

    private static final String FIND = """
            select l.location_id, l.name, l.active, l.buffer, s.kind, s.odoo_id, s.share
            from location l left join location_source s using (store, location_id)
            where l.store = $1 and l.deleted_at is null
            order by l.position, l.location_id, s.kind, s.odoo_id""";

    private LocationRows() {}

    /** All locations of a store that were not deleted, in mapping order. */
    static Uni<List<StockLocation>> find(SqlConnection transaction, ShopDomain store) {
        return transaction.preparedQuery(FIND).execute(Tuple.of(store.value())).map(LocationRows::locations);
    }

    private static List<StockLocation> locations(RowSet<Row> rows) {
        Map<ShopifyId, Row> locations = new LinkedHashMap<>();
        Map<ShopifyId, List<SourceShare>> sources = new LinkedHashMap<>();
        for (Row row : rows) {
            ShopifyId id = Sql.id(row, "location_id");
            locations.putIfAbsent(id, row);
            List<SourceShare> own = sources.computeIfAbsent(id, key -> new ArrayList<>());
            if (row.getString("kind") != null) {
                own.add(new SourceShare(source(row), row.getBigDecimal("share")));
            }
        }
        return locations.entrySet().stream()
                .map(entry -> new StockLocation(
                        entry.getKey(),
                        entry.getValue().getString("name"),
                        entry.getValue().getBoolean("active"),
                        sources.get(entry.getKey()),
                        Sql.maybeLong(entry.getValue(), "buffer")))
                .toList();
    }

    static StockSource source(Row row) {
        return new StockSource(StockSource.Kind.valueOf(row.getString("kind")), new OdooId(row.getLong("odoo_id")));
    }
}

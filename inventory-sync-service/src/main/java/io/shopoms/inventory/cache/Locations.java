package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.MappedLocation.Source;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.SourceShare;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables {@code location} and {@code location_source}. What changes whether, or with how much, a location is served
 * makes all linked items of the store due.
 */
@ApplicationScoped
public class Locations {

    private static final String FIND = """
            select l.store, l.location_id, l.name, l.active, l.known, l.buffer, l.position, l.deleted_at,
                   s.kind, s.odoo_id, s.odoo_name, s.share, s.mapped_by, s.warning
            from location l left join location_source s using (store, location_id)
            where l.store = $1
            order by l.deleted_at nulls first, l.position, l.location_id, s.kind, s.odoo_id""";

    // A new location comes behind those that are there.
    private static final String TELL = """
            insert into location as l (store, location_id, name, active, known, position, deleted_at)
            select $1, $2, $3, $4, true, coalesce(max(position), 0) + 1, case when $5 then now() end
            from location where store = $1
            on conflict (store, location_id) do update set
                name = case when excluded.name = '' then l.name else excluded.name end,
                active = excluded.active, known = true,
                deleted_at = case when excluded.deleted_at is null then null
                                  else coalesce(l.deleted_at, excluded.deleted_at) end,
                changed_at = now()""";

    private static final String ITEMS = """
            select store, inventory_item_id from product_inventory
            where store = $1 and odoo_product_id is not null and deleted_at is null""";

    private final Database database;
    private final DueItems due;

    Locations(Database database, DueItems due) {
        this.database = database;
        this.due = due;
    }

    /** All locations of a store in mapping order, deleted ones last. */
    public Uni<List<MappedLocation>> of(ShopDomain store) {
        return database.query(FIND, Tuple.of(store.value())).map(Locations::locations);
    }

    static Uni<List<MappedLocation>> of(SqlConnection transaction, ShopDomain store) {
        return transaction.preparedQuery(FIND).execute(Tuple.of(store.value())).map(Locations::locations);
    }

    /**
     * Takes over what Shopify tells of a location.
     *
     * @return what that changed, for people
     */
    public Uni<String> take(ShopDomain store, LocationRecord told) {
        return database.transaction(tx -> of(tx, store).chain(all -> {
            Optional<MappedLocation> before =
                    all.stream().filter(one -> one.id().equals(told.id())).findFirst();
            boolean served = before.filter(one -> one.problem().isEmpty()).isPresent();
            boolean mapped = before.filter(one -> !one.sources().isEmpty()).isPresent();
            boolean serves = mapped && told.active() && !told.deleted();
            return (served == serves ? Uni.createFrom().voidItem() : raiseAll(tx, store))
                    .chain(() -> tx.preparedQuery(TELL)
                            .execute(Tuple.of(
                                    store.value(), told.id().value(), told.name(), told.active(), told.deleted())))
                    .replaceWith(words(told, mapped, served != serves));
        }));
    }

    /** Makes all linked items of a store due, inside the caller's transaction. */
    Uni<Void> raiseAll(SqlConnection transaction, ShopDomain store) {
        return transaction
                .preparedQuery(ITEMS)
                .execute(Tuple.of(store.value()))
                .map(DueItems::keys)
                .<List<ItemKey>>map(List::copyOf)
                .chain(items -> due.raise(transaction, items));
    }

    private static String words(LocationRecord told, boolean mapped, boolean changes) {
        String state = told.deleted() ? "deleted" : told.active() ? "active" : "not active";
        if (!mapped) {
            return state + ", not mapped";
        }
        return changes ? state + ", all items are looked at" : state;
    }

    private static List<MappedLocation> locations(RowSet<Row> rows) {
        Map<ShopifyId, Row> locations = new LinkedHashMap<>();
        Map<ShopifyId, List<Source>> sources = new LinkedHashMap<>();
        for (Row row : rows) {
            ShopifyId id = Sql.id(row, "location_id");
            locations.putIfAbsent(id, row);
            List<Source> own = sources.computeIfAbsent(id, key -> new ArrayList<>());
            if (row.getString("kind") != null) {
                own.add(new Source(
                        new SourceShare(LocationRows.source(row), row.getBigDecimal("share")),
                        row.getString("odoo_name"),
                        Optional.ofNullable(row.getString("mapped_by")),
                        Optional.ofNullable(row.getString("warning"))));
            }
        }
        return locations.entrySet().stream()
                .map(entry -> location(entry.getKey(), entry.getValue(), sources.get(entry.getKey())))
                .toList();
    }

    private static MappedLocation location(ShopifyId id, Row row, List<Source> sources) {
        return new MappedLocation(
                new ShopDomain(row.getString("store")),
                id,
                row.getString("name"),
                row.getBoolean("active"),
                row.getBoolean("known"),
                Sql.maybeLong(row, "buffer"),
                row.getInteger("position"),
                Sql.maybeInstant(row, "deleted_at"),
                sources);
    }
}

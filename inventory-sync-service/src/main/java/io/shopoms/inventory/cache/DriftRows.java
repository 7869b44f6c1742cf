package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.Adoption;
import io.shopoms.inventory.stock.Drift;
import io.shopoms.inventory.stock.Drift.Decision;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The tables {@code inventory_drift} and {@code inventory_adoption}, as the processor reads and changes them. */
final class DriftRows {

    private static final String ADOPTIONS = """
            select a.drift_id, a.inventory_item_id, a.location_id, a.odoo_product_id, a.source_kind as kind,
                   a.source_id as odoo_id, a.units, a.shown, coalesce(d.decision = 'CORRECT', false) as withdrawn
            from inventory_adoption a left join inventory_drift d on d.id = a.drift_id
            where a.store = $1 and a.inventory_item_id = any($2) order by a.opened_at, a.drift_id""";

    // Corrected by policy: the number that is written next is all that there is to do.
    private static final String OPEN = """
            insert into inventory_drift (id, store, inventory_item_id, location_id, odoo_product_id, sku, before, after,
                                         since, decision, outcome, resolved_at)
            select $2::uuid, $1, $3::bigint, $4::bigint, p.odoo_product_id, coalesce(p.sku, ''), $5::bigint, $6::bigint,
                   $7::timestamptz, $8::text, $9::text, case when $9::text is null then null else now() end
            from (select 1) one
            left join product_inventory p on p.store = $1 and p.inventory_item_id = $3::bigint
            on conflict (id) do nothing""";

    private static final String CORRECTED = "Shopify is set to the number by Odoo";

    private static final String ADOPT = """
            insert into inventory_adoption (drift_id, store, inventory_item_id, location_id, odoo_product_id,
                                            source_kind, source_id, units, shown)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (drift_id) do nothing""";

    private static final String ADOPTED = "delete from inventory_adoption where drift_id = any($1)";

    private static final String RESOLVE = """
            update inventory_drift set resolved_at = now(), outcome = 'Odoo''s stock is adjusted by the difference'
            where id = any($1) and resolved_at is null""";

    private static final String END = """
            update inventory_drift d set resolved_at = now(), outcome = $4
            from unnest($2::bigint[], $3::bigint[]) as g(item, location)
            where d.store = $1 and d.inventory_item_id = g.item and (g.location is null or d.location_id = g.location)
              and d.resolved_at is null""";

    private static final String DROP = """
            delete from inventory_adoption a using unnest($2::bigint[], $3::bigint[]) as g(item, location)
            where a.store = $1 and a.inventory_item_id = g.item and (g.location is null or a.location_id = g.location)""";

    private DriftRows() {}

    /**
     * Nobody answers for these levels any more: what is open about them ends, also what Odoo was to take over. Should Odoo
     * have done so already, it is in its stock, from which every number comes.
     *
     * @param outcome why, for people
     */
    static Uni<Void> end(SqlConnection transaction, ShopDomain store, Collection<LevelKey> levels, String outcome) {
        return end(
                transaction,
                store,
                Sql.longs(levels, key -> key.item().value()),
                Sql.longs(levels, key -> key.location().value()),
                outcome);
    }

    /** The same at all levels of items. */
    static Uni<Void> endAll(SqlConnection transaction, ShopDomain store, Collection<ShopifyId> items, String outcome) {
        return end(transaction, store, Sql.ids(items), Sql.longs(items, item -> null), outcome);
    }

    private static Uni<Void> end(
            SqlConnection transaction, ShopDomain store, Long[] items, Long[] locations, String outcome) {
        return items.length == 0
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(END)
                        .execute(Tuple.tuple()
                                .addString(store.value())
                                .addValue(items)
                                .addValue(locations)
                                .addString(outcome))
                        .chain(() -> transaction
                                .preparedQuery(DROP)
                                .execute(Tuple.tuple()
                                        .addString(store.value())
                                        .addValue(items)
                                        .addValue(locations)))
                        .replaceWithVoid();
    }

    /** Adoptions of these items that are not done, the oldest first. */
    static Uni<List<Adoption>> adoptions(SqlConnection transaction, ShopDomain store, Collection<ShopifyId> items) {
        return transaction
                .preparedQuery(ADOPTIONS)
                .execute(Tuple.of(store.value(), Sql.ids(items)))
                .map(rows -> {
                    List<Adoption> adoptions = new ArrayList<>();
                    rows.forEach(row -> adoptions.add(adoption(row)));
                    return adoptions;
                });
    }

    static Uni<Void> open(SqlConnection transaction, ShopDomain store, List<Drift> drifts) {
        return drifts.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(OPEN)
                        .executeBatch(drifts.stream()
                                .map(drift -> tuple(store, drift))
                                .toList())
                        .replaceWithVoid();
    }

    static Uni<Void> adopt(SqlConnection transaction, ShopDomain store, List<Adoption> adoptions) {
        return adoptions.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(ADOPT)
                        .executeBatch(adoptions.stream()
                                .map(adoption -> tuple(store, adoption))
                                .toList())
                        .replaceWithVoid();
    }

    static Uni<Void> adopted(SqlConnection transaction, Set<UUID> drifts) {
        if (drifts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple ids = Tuple.tuple().addValue(drifts.toArray(UUID[]::new));
        return transaction
                .preparedQuery(ADOPTED)
                .execute(ids)
                .chain(() -> transaction.preparedQuery(RESOLVE).execute(ids))
                .replaceWithVoid();
    }

    private static Tuple tuple(ShopDomain store, Drift drift) {
        return Tuple.tuple()
                .addString(store.value())
                .addUUID(drift.id())
                .addLong(drift.key().item().value())
                .addLong(drift.key().location().value())
                .addLong(drift.before())
                .addLong(drift.after())
                .addOffsetDateTime(Sql.utc(drift.since()))
                .addString(drift.decision().name())
                .addString(drift.decision() == Decision.CORRECT ? CORRECTED : null);
    }

    private static Tuple tuple(ShopDomain store, Adoption adoption) {
        return Tuple.tuple()
                .addUUID(adoption.drift())
                .addString(store.value())
                .addLong(adoption.key().item().value())
                .addLong(adoption.key().location().value())
                .addLong(adoption.product().value())
                .addString(adoption.source().kind().name())
                .addLong(adoption.source().id().value())
                .addLong(adoption.units())
                .addBoolean(adoption.shown());
    }

    private static Adoption adoption(Row row) {
        StockSource source = LocationRows.source(row);
        return new Adoption(
                row.getUUID("drift_id"),
                new LevelKey(Sql.id(row, "inventory_item_id"), Sql.id(row, "location_id")),
                new OdooId(row.getLong("odoo_product_id")),
                source,
                row.getLong("units"),
                row.getBoolean("shown"),
                row.getBoolean("withdrawn"));
    }
}

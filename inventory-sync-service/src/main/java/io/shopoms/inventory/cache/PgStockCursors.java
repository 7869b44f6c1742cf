package io.shopoms.inventory.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The table {@code odoo_stock_cursor}. */
@ApplicationScoped
class PgStockCursors implements StockCursors {

    private final Database database;

    PgStockCursors(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Map<ShopDomain, Cursor>> of(Collection<ShopDomain> stores, Instant start) {
        return database.query("""
                        insert into odoo_stock_cursor (store, until)
                        select store, $2 from unnest($1::text[]) as s(store) order by store
                        on conflict (store) do update set store = excluded.store
                        returning store, until, (extract(epoch from now() - looked_at) * 1000)::bigint as age
                        """, Tuple.of(domains(stores), start.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    Map<ShopDomain, Cursor> cursors = new HashMap<>();
                    rows.forEach(row -> cursors.put(new ShopDomain(row.getString("store")), cursor(row)));
                    return cursors;
                });
    }

    @Override
    public Uni<Void> advance(Collection<ShopDomain> stores, Instant until) {
        return database.query("""
                        update odoo_stock_cursor c set until = greatest(c.until, $2), looked_at = now()
                        from (select store from odoo_stock_cursor where store = any($1) order by store for update) held
                        where c.store = held.store
                        """, Tuple.of(domains(stores), until.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Cursor cursor(Row row) {
        return new Cursor(
                row.getOffsetDateTime("until").toInstant(),
                Optional.ofNullable(row.getLong("age")).map(Duration::ofMillis));
    }

    private static String[] domains(Collection<ShopDomain> stores) {
        return stores.stream().map(ShopDomain::value).toArray(String[]::new);
    }
}

package io.shopoms.catalog.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;

/** The table {@code odoo_product_cursor}: how far the changes of each store's Odoo were read. */
@Singleton
public class OdooProductCursors {

    private final Database database;

    OdooProductCursors(Database database) {
        this.database = database;
    }

    /** @param start where a store begins that has no cursor yet */
    public Uni<Instant> of(ShopDomain store, Instant start) {
        return database.query("""
                        insert into odoo_product_cursor (store, until) values ($1, $2)
                        on conflict (store) do update set store = excluded.store
                        returning until
                        """, Tuple.of(store.value(), start.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getOffsetDateTime("until").toInstant());
    }

    /** Never goes back. */
    public Uni<Void> advance(ShopDomain store, Instant until) {
        return database.query(
                        "update odoo_product_cursor set until = greatest(until, $2) where store = $1",
                        Tuple.of(store.value(), until.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}

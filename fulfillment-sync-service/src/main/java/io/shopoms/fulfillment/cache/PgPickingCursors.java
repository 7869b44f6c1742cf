package io.shopoms.fulfillment.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;

/** The table {@code picking_cursor}. */
@Singleton
class PgPickingCursors implements PickingCursors {

    private final Database database;

    PgPickingCursors(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Instant> of(ShopDomain store, Instant start) {
        return database.query("""
                        insert into picking_cursor (store, until) values ($1, $2)
                        on conflict (store) do update set store = excluded.store
                        returning until
                        """, Tuple.of(store.value(), start.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getOffsetDateTime("until").toInstant());
    }

    @Override
    public Uni<Void> advance(ShopDomain store, Instant until) {
        return database.query(
                        "update picking_cursor set until = greatest(until, $2) where store = $1",
                        Tuple.of(store.value(), until.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}

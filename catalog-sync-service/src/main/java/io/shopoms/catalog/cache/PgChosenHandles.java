package io.shopoms.catalog.cache;

import io.shopoms.catalog.shopify.ChosenHandles;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The table {@code product_handle}. */
@ApplicationScoped
class PgChosenHandles implements ChosenHandles {

    // The update changes nothing; it makes the row that is there be answered.
    private static final String CHOOSE = """
            insert into product_handle as h (store, reference, handle) values ($1, $2, $3)
            on conflict (store, reference) do update set handle = h.handle
            returning handle""";

    private static final String CHANGE =
            "update product_handle set handle = $3, chosen_at = now() where store = $1 and reference = $2";

    private final Database database;

    PgChosenHandles(Database database) {
        this.database = database;
    }

    @Override
    public Uni<String> choose(Store store, String reference, String proposal) {
        return database.query(CHOOSE, Tuple.of(store.shop().value(), reference, proposal))
                .map(rows -> rows.iterator().next().getString("handle"));
    }

    @Override
    public Uni<Void> change(Store store, String reference, String handle) {
        return database.query(CHANGE, Tuple.of(store.shop().value(), reference, handle))
                .replaceWithVoid();
    }
}

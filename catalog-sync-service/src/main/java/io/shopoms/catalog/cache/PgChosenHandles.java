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

    // A row that is there is answered, with the handle that it has. What is created is to be published, each time.
    private static final String CHOOSE = """
            insert into product_handle as h (store, reference, handle, unpublished) values ($1, $2, $3, true)
            on conflict (store, reference) do update set unpublished = true
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

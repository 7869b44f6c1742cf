package io.shopoms.catalog.cache;

import io.shopoms.catalog.shopify.UnpublishedProducts;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The column {@code unpublished} of the table {@code product_handle}. */
@ApplicationScoped
class PgUnpublishedProducts implements UnpublishedProducts {

    private static final String AMONG =
            "select reference from product_handle where store = $1 and reference = any($2) and unpublished";

    private static final String PUBLISHED =
            "update product_handle set unpublished = false where store = $1 and reference = any($2) and unpublished";

    private final Database database;

    PgUnpublishedProducts(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Set<String>> among(Store store, Collection<String> references) {
        return database.query(AMONG, tuple(store, references)).map(rows -> {
            Set<String> found = new HashSet<>();
            rows.forEach(row -> found.add(row.getString("reference")));
            return found;
        });
    }

    @Override
    public Uni<Void> published(Store store, Collection<String> references) {
        return references.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.query(PUBLISHED, tuple(store, references)).replaceWithVoid();
    }

    private static Tuple tuple(Store store, Collection<String> references) {
        return Tuple.of(store.shop().value(), references.toArray(new String[0]));
    }
}

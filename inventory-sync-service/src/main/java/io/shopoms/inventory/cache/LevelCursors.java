package io.shopoms.inventory.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The table {@code shopify_level_cursor}: how far the changes of levels were read from Shopify. */
@ApplicationScoped
public class LevelCursors {

    private static final String SERVED = """
            insert into shopify_level_cursor (store, location_id, until)
            select l.store, l.location_id, $2 from location l
            where l.store = $1 and l.active and l.deleted_at is null
              and exists (select from location_source s where s.store = l.store and s.location_id = l.location_id)
            order by l.location_id
            on conflict (store, location_id) do update set store = excluded.store
            returning location_id, until""";

    private static final String ADVANCE = """
            update shopify_level_cursor set until = greatest(until, $3) where store = $1 and location_id = $2""";

    private final Database database;

    LevelCursors(Database database) {
        this.database = database;
    }

    /** @param until the newest change that was seen at the location */
    public record Cursor(ShopifyId location, Instant until) {}

    /**
     * The cursors of the locations that are served: active, and mapped to a place in Odoo.
     *
     * @param start where a location begins that has no cursor yet; kept, so that a first look that fails is not moved on
     */
    public Uni<List<Cursor>> served(ShopDomain store, Instant start) {
        return database.query(SERVED, Tuple.of(store.value(), Sql.utc(start))).map(rows -> {
            List<Cursor> cursors = new ArrayList<>();
            for (Row row : rows) {
                cursors.add(new Cursor(Sql.id(row, "location_id"), Sql.instant(row, "until")));
            }
            cursors.sort(Comparator.comparingLong(cursor -> cursor.location().value()));
            return List.copyOf(cursors);
        });
    }

    /** All changes until then were taken in; never goes back. */
    public Uni<Void> advance(ShopDomain store, ShopifyId location, Instant until) {
        return database.query(ADVANCE, Tuple.of(store.value(), location.value(), Sql.utc(until)))
                .replaceWithVoid();
    }
}

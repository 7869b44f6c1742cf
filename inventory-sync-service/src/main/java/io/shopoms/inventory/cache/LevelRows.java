package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.Settlement.LevelChange;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.Level.Presence;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code inventory_level}. */
@ApplicationScoped
class LevelRows {

    private static final String FIND = """
            select inventory_item_id, location_id, revision, presence, available, available_at, kept, differences,
                   shown, doubts, number
            from inventory_level where store = $1 and inventory_item_id = any($2)""";

    private static final String GIVEN = """
            unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::bigint[], $7::timestamptz[],
                   $8::boolean[], $9::bigint[], $10::text[], $11::bigint[], $12::int[], $13::text[])
            as g(item, location, revision, presence, available, available_at, kept, unexplained, differences, shown,
                 doubts, number)""";

    private static final String ADD = """
            insert into inventory_level (store, inventory_item_id, location_id, presence, available, available_at, kept,
                                         unexplained, differences, shown, doubts, number)
            select $1, item, location, presence, available, available_at, kept, unexplained, differences, shown,
                   doubts, number
            from %s where g.revision = 0 order by item, location
            on conflict do nothing""".formatted(GIVEN);

    // The locks first, in the order that all take them in. What nobody answers for shows nothing; else shown and doubts
    // are changed by others meanwhile: the
    // difference counts.
    private static final String CHANGE = """
            with held as (
                select l.inventory_item_id as item, l.location_id as location, g.presence, g.available,
                       g.available_at, g.kept, g.unexplained, g.differences, g.shown, g.doubts, g.number
                from inventory_level l
                join %s on l.inventory_item_id = g.item and l.location_id = g.location and l.revision = g.revision
                where l.store = $1
                order by l.inventory_item_id, l.location_id for update of l)
            update inventory_level l set
                presence = h.presence, available = h.available, available_at = h.available_at, kept = h.kept,
                unexplained = h.unexplained, differences = h.differences,
                shown = case when h.kept then l.shown + h.shown else 0 end,
                doubts = greatest(l.doubts + h.doubts, 0), number = h.number, revision = l.revision + 1,
                updated_at = now()
            from held h
            where l.store = $1 and l.inventory_item_id = h.item and l.location_id = h.location""".formatted(GIVEN);

    private final LevelJson json;

    LevelRows(LevelJson json) {
        this.json = json;
    }

    Uni<Map<LevelKey, Level>> find(SqlConnection transaction, ShopDomain store, Collection<ShopifyId> items) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(store.value(), Sql.ids(items)))
                .map(rows -> {
                    Map<LevelKey, Level> levels = new HashMap<>();
                    rows.forEach(row -> {
                        Level level = level(row);
                        levels.put(level.key(), level);
                    });
                    return levels;
                });
    }

    /** Stores changes; fails as transient if one of them started from another revision than the stored one. */
    Uni<Void> store(SqlConnection transaction, ShopDomain store, List<LevelChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<LevelChange> sorted = changes.stream()
                .sorted(Comparator.comparing(change -> change.after().key()))
                .toList();
        Tuple given = given(store, sorted);
        return transaction
                .preparedQuery(ADD)
                .execute(given)
                .chain(added -> transaction
                        .preparedQuery(CHANGE)
                        .execute(given)
                        .invoke(changed -> {
                            if (added.rowCount() + changed.rowCount() != changes.size()) {
                                throw new SyncFailureException(
                                        new TransientFailure("another worker has looked at these levels meanwhile"));
                            }
                        })
                        .replaceWithVoid());
    }

    private Tuple given(ShopDomain store, List<LevelChange> changes) {
        return Tuple.tuple()
                .addString(store.value())
                .addValue(Sql.longs(changes, c -> c.after().key().item().value()))
                .addValue(Sql.longs(changes, c -> c.after().key().location().value()))
                .addValue(Sql.longs(changes, c -> c.before().revision()))
                .addValue(Sql.texts(changes, c -> c.after().presence().name()))
                .addValue(Sql.longs(changes, c -> c.after().available()))
                .addValue(Sql.array(changes, c -> Sql.utc(c.after().availableAt()), OffsetDateTime[]::new))
                .addValue(Sql.array(changes, c -> c.after().kept(), Boolean[]::new))
                .addValue(Sql.longs(changes, c -> c.after().unexplainedUnits()))
                .addValue(Sql.texts(changes, c -> json.differences(c.after().unexplained())))
                .addValue(Sql.longs(changes, c -> c.after().shown() - c.before().shown()))
                .addValue(
                        Sql.array(changes, c -> c.after().doubts() - c.before().doubts(), Integer[]::new))
                .addValue(Sql.texts(changes, c -> json.number(c.after().number())));
    }

    Level level(Row row) {
        return new Level(
                new LevelKey(Sql.id(row, "inventory_item_id"), Sql.id(row, "location_id")),
                row.getLong("revision"),
                Presence.valueOf(row.getString("presence")),
                row.getLong("available"),
                Sql.instant(row, "available_at"),
                row.getBoolean("kept"),
                json.differences(row.getString("differences")),
                row.getLong("shown"),
                row.getInteger("doubts"),
                json.number(row.getString("number")));
    }
}

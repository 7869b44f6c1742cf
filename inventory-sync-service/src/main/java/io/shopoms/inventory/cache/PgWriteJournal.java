package io.shopoms.inventory.cache;

import io.shopoms.inventory.shopify.LevelWrite;
import io.shopoms.inventory.shopify.OpenWrite;
import io.shopoms.inventory.shopify.WriteJournal;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The tables {@code inventory_write} and {@code inventory_write_line}. */
@ApplicationScoped
class PgWriteJournal implements WriteJournal {

    private static final String OPEN = "insert into inventory_write (key, store, opened_at) values ($1, $2, $3)";

    private static final String LINES = """
            insert into inventory_write_line (key, position, store, inventory_item_id, location_id, quantity, change_from,
                                              cause)
            select $1, position, $2, item, location, quantity, change_from, cause
            from unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[]) with ordinality
                as l(item, location, quantity, change_from, cause, position)""";

    private static final String CLOSE = "delete from inventory_write where key = any($1)";

    private static final String FIND = """
            select w.key, w.opened_at, l.inventory_item_id, l.location_id, l.quantity, l.change_from,
                   l.cause
            from inventory_write w join inventory_write_line l using (key)
            where w.key in (select key from inventory_write_line where store = $1 and inventory_item_id = any($2))
            order by w.opened_at, w.key, l.position""";

    private final Database database;

    PgWriteJournal(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Void> open(ShopDomain store, OpenWrite write) {
        return database.transaction(tx -> add(tx, store, List.of(write)));
    }

    @Override
    public Uni<Void> replace(ShopDomain store, UUID refused, List<OpenWrite> next) {
        return database.transaction(tx -> close(tx, Set.of(refused)).chain(() -> add(tx, store, next)));
    }

    @Override
    public Uni<List<OpenWrite>> openOf(ShopDomain store, Collection<ShopifyId> items) {
        return database.query(FIND, Tuple.of(store.value(), Sql.ids(items))).map(PgWriteJournal::writes);
    }

    /** Forgets writes whose outcome is stored; fails as transient if one of them is closed already. */
    static Uni<Void> close(SqlConnection transaction, Set<UUID> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(CLOSE)
                .execute(Tuple.tuple().addValue(keys.toArray(UUID[]::new)))
                .invoke(closed -> {
                    if (closed.rowCount() != keys.size()) {
                        throw new SyncFailureException(new TransientFailure(
                                "another worker has learnt the outcome of these writes meanwhile"));
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> add(SqlConnection transaction, ShopDomain store, List<OpenWrite> writes) {
        Uni<Void> added = Uni.createFrom().voidItem();
        for (OpenWrite write : writes) {
            added = added.chain(() -> transaction
                            .preparedQuery(OPEN)
                            .execute(Tuple.of(write.key(), store.value(), Sql.utc(write.openedAt()))))
                    .chain(() -> transaction.preparedQuery(LINES).execute(lines(store, write)))
                    .replaceWithVoid();
        }
        return added;
    }

    private static Tuple lines(ShopDomain store, OpenWrite write) {
        return Tuple.tuple()
                .addUUID(write.key())
                .addString(store.value())
                .addValue(Sql.longs(write.lines(), line -> line.key().item().value()))
                .addValue(Sql.longs(write.lines(), line -> line.key().location().value()))
                .addValue(Sql.longs(write.lines(), LevelWrite::quantity))
                .addValue(Sql.longs(write.lines(), LevelWrite::from))
                .addValue(Sql.texts(write.lines(), line -> line.cause().name()));
    }

    private static List<OpenWrite> writes(RowSet<Row> rows) {
        Map<UUID, Instant> opened = new LinkedHashMap<>();
        Map<UUID, List<LevelWrite>> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            UUID key = row.getUUID("key");
            opened.put(key, Sql.instant(row, "opened_at"));
            lines.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(new LevelWrite(
                            new LevelKey(Sql.id(row, "inventory_item_id"), Sql.id(row, "location_id")),
                            row.getLong("quantity"),
                            row.getLong("change_from"),
                            ChangeCause.valueOf(row.getString("cause"))));
        }
        return opened.entrySet().stream()
                .map(entry -> new OpenWrite(entry.getKey(), lines.get(entry.getKey()), entry.getValue()))
                .toList();
    }
}

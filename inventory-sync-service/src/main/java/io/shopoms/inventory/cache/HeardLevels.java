package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.HeardStock.Heard;
import io.shopoms.inventory.cache.LevelNews.Known;
import io.shopoms.inventory.cache.StockSignal.LevelGone;
import io.shopoms.inventory.cache.StockSignal.LevelHeard;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What was heard of levels: doubts those that may have another quantity by now. */
@ApplicationScoped
class HeardLevels {

    // A location of which nobody told yet is shown to people from now on; its name comes with the next look at
    // locations.
    private static final String PLACES = """
            insert into location (store, location_id, active, known)
            select distinct store, location, false, false from unnest($1::text[], $2::bigint[], $3::bigint[])
                as i(store, item, location)
            order by store, location on conflict (store, location_id) do nothing""";

    // Locked, so that nothing is read or written between this comparison and the doubt.
    private static final String KNOWN = """
            select l.store, l.inventory_item_id, l.location_id, l.presence, l.available, l.available_at, l.kept,
                   (select w.quantity from inventory_write_line w join inventory_write o using (key)
                    where w.store = l.store and w.inventory_item_id = l.inventory_item_id
                      and w.location_id = l.location_id order by o.opened_at desc limit 1) as quantity
            from inventory_level l
            join unnest($1::text[], $2::bigint[], $3::bigint[]) as i(store, item, location)
              on l.store = i.store and l.inventory_item_id = i.item and l.location_id = i.location
            order by l.store, l.inventory_item_id, l.location_id for update of l""";

    private static final String SERVED = """
            select distinct l.store, l.location_id from location l join location_source s using (store, location_id)
            where l.store = any($1) and l.active and l.deleted_at is null""";

    private static final String DOUBT = """
            update inventory_level l set doubts = l.doubts + 1
            from unnest($1::text[], $2::bigint[], $3::bigint[]) as i(store, item, location)
            where l.store = i.store and l.inventory_item_id = i.item and l.location_id = i.location""";

    HeardLevels() {}

    private record Place(ShopDomain store, LevelKey key) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing((Place place) -> place.store().value()).thenComparing(Place::key);

        ItemKey item() {
            return new ItemKey(store, key.item());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private record Shelf(ShopDomain store, ShopifyId location) {}

    /** @param kept whether shopOMS answers for the level's number */
    private record Stored(Known known, boolean kept) {}

    /** Doubts levels; answers the items that must be looked at because of it. */
    Uni<Set<ItemKey>> take(SqlConnection transaction, List<Heard> heard) {
        SortedSet<Place> places = new TreeSet<>();
        heard.forEach(one -> key(one.signal()).ifPresent(key -> places.add(new Place(one.store(), key))));
        if (places.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        String[] stores =
                places.stream().map(place -> place.store().value()).distinct().toArray(String[]::new);
        return transaction
                .preparedQuery(PLACES)
                .execute(keys(places))
                .chain(() ->
                        transaction.preparedQuery(SERVED).execute(Tuple.tuple().addValue(stores)))
                .map(HeardLevels::served)
                .chain(served -> transaction
                        .preparedQuery(KNOWN)
                        .execute(keys(places))
                        .map(HeardLevels::stored)
                        .chain(stored -> doubt(transaction, stored, served, heard)));
    }

    /** A level that is not known matters where it would be written: elsewhere every webhook of it would cost a reading. */
    private static Uni<Set<ItemKey>> doubt(
            SqlConnection transaction, Map<Place, Stored> stored, Set<Shelf> served, List<Heard> heard) {
        SortedSet<Place> doubted = new TreeSet<>();
        Set<ItemKey> due = new HashSet<>();
        for (Heard one : heard) {
            Optional<Place> place = key(one.signal()).map(key -> new Place(one.store(), key));
            if (place.isEmpty()) {
                continue;
            }
            Stored known = stored.get(place.get());
            if (known == null) {
                if (served.contains(new Shelf(one.store(), place.get().key().location()))) {
                    due.add(one.item());
                }
            } else if (isNews(known.known(), one.signal())) {
                doubted.add(place.get());
                if (known.kept() || !known.known().stocked()) {
                    due.add(one.item());
                }
            }
        }
        return doubted.isEmpty()
                ? Uni.createFrom().item(due)
                : transaction.preparedQuery(DOUBT).execute(keys(doubted)).replaceWith(due);
    }

    private static boolean isNews(Known known, StockSignal signal) {
        return signal instanceof LevelHeard heard ? LevelNews.isNews(known, heard) : LevelNews.isNewlyGone(known);
    }

    private static Optional<LevelKey> key(StockSignal signal) {
        if (signal instanceof LevelHeard heard) {
            return Optional.of(heard.key());
        }
        return signal instanceof LevelGone gone ? Optional.of(gone.key()) : Optional.empty();
    }

    private static Set<Shelf> served(RowSet<Row> rows) {
        Set<Shelf> served = new HashSet<>();
        rows.forEach(row -> served.add(new Shelf(new ShopDomain(row.getString("store")), Sql.id(row, "location_id"))));
        return served;
    }

    private static Map<Place, Stored> stored(RowSet<Row> rows) {
        Map<Place, Stored> stored = new HashMap<>();
        for (Row row : rows) {
            Place place = new Place(
                    new ShopDomain(row.getString("store")),
                    new LevelKey(Sql.id(row, "inventory_item_id"), Sql.id(row, "location_id")));
            Known known = new Known(
                    row.getString("presence").equals("STOCKED"),
                    row.getLong("available"),
                    Sql.instant(row, "available_at"),
                    Sql.maybeLong(row, "quantity"));
            stored.put(place, new Stored(known, row.getBoolean("kept")));
        }
        return stored;
    }

    private static Tuple keys(Collection<Place> places) {
        return Tuple.of(
                Sql.texts(places, place -> place.store().value()),
                Sql.longs(places, place -> place.key().item().value()),
                Sql.longs(places, place -> place.key().location().value()));
    }
}

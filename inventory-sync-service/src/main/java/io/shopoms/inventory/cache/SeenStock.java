package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.StockSignal.ItemGone;
import io.shopoms.inventory.cache.StockSignal.ItemHeard;
import io.shopoms.inventory.cache.StockSignal.LevelGone;
import io.shopoms.inventory.cache.StockSignal.LevelHeard;
import io.shopoms.inventory.shopify.ItemReading;
import io.shopoms.inventory.shopify.ItemReading.LevelReading;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What looking at Shopify has shown, of many items at once. Nearly all of it is known already: that is found out without
 * a lock, and only what differs is handed on.
 */
@ApplicationScoped
public class SeenStock {

    // Nobody asks about a level that is not known if its item is disabled or its location not served.
    private static final String DIFFERING = """
            select g.item, g.location
            from unnest($2::bigint[], $3::bigint[], $4::boolean[], $5::bigint[]) as g(item, location, stocked, available)
            join product_inventory p on p.store = $1 and p.inventory_item_id = g.item
              and p.odoo_product_id is not null and p.deleted_at is null
            left join inventory_level l
              on l.store = $1 and l.inventory_item_id = g.item and l.location_id = g.location
            where case when l.presence = 'STOCKED' then not g.stocked or l.available <> g.available else g.stocked end
              and (l.store is not null or p.sync_enabled and g.location in (
                  select s.location_id from location_source s join location o using (store, location_id)
                  where s.store = $1 and o.active and o.deleted_at is null))""";

    private static final String KNOWN = """
            select inventory_item_id, sku, tracked, odoo_product_id is not null as linked from product_inventory
            where store = $1 and inventory_item_id = any($2) and deleted_at is null""";

    private final Database database;
    private final HeardStock heard;

    SeenStock(Database database, HeardStock heard) {
        this.database = database;
        this.heard = heard;
    }

    /**
     * A level as Shopify shows it.
     *
     * @param at the date by which its quantity is older or newer than what is known
     */
    public record SeenLevel(LevelKey key, boolean stocked, long available, Instant at) {}

    /**
     * @param linked how many of the items are linked with a product
     * @param due how many became due
     */
    public record Taken(int linked, int due) {}

    /**
     * Levels of any items; those of items that are not linked are nobody's concern.
     *
     * @return how many items became due
     */
    public Uni<Integer> levels(ShopDomain store, Collection<SeenLevel> levels) {
        return differing(store, levels).chain(signals -> heard.take(store, signals));
    }

    /**
     * Items with all their levels.
     *
     * @param asked when Shopify was asked: what was read or written since is newer
     */
    public Uni<Taken> items(ShopDomain store, List<ItemReading> items, Instant asked) {
        Long[] ids = Sql.longs(items, item -> item.item().value());
        return database.query(KNOWN, Tuple.of(store.value(), ids)).chain(rows -> {
            Map<ShopifyId, Row> known = byItem(rows);
            long linked = known.values().stream()
                    .filter(row -> row.getBoolean("linked"))
                    .count();
            List<StockSignal> news = items.stream()
                    .filter(item -> isNews(item, known.get(item.item())))
                    .<StockSignal>map(item -> new ItemHeard(
                            item.item(), Optional.of(item.sku()), Optional.of(item.tracked()), Optional.of(asked)))
                    .toList();
            return differing(store, levelsOf(items, asked))
                    .chain(levels -> {
                        List<StockSignal> all = new ArrayList<>(news);
                        all.addAll(levels);
                        return heard.take(store, all);
                    })
                    .map(due -> new Taken((int) linked, due));
        });
    }

    /** Items that Shopify does not have any more. */
    public Uni<Void> gone(ShopDomain store, Collection<ShopifyId> items) {
        return heard.take(store, items.stream().map(ItemGone::new).toList()).replaceWithVoid();
    }

    private Uni<List<StockSignal>> differing(ShopDomain store, Collection<SeenLevel> levels) {
        if (levels.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Tuple seen = Tuple.of(
                store.value(),
                Sql.longs(levels, level -> level.key().item().value()),
                Sql.longs(levels, level -> level.key().location().value()),
                Sql.array(levels, SeenLevel::stocked, Boolean[]::new),
                Sql.longs(levels, SeenLevel::available));
        return database.query(DIFFERING, seen).map(rows -> {
            Set<LevelKey> differing = new HashSet<>();
            rows.forEach(row -> differing.add(new LevelKey(Sql.id(row, "item"), Sql.id(row, "location"))));
            return levels.stream()
                    .filter(level -> differing.contains(level.key()))
                    .map(SeenStock::signal)
                    .toList();
        });
    }

    private static StockSignal signal(SeenLevel level) {
        return level.stocked()
                ? new LevelHeard(level.key(), OptionalLong.of(level.available()), Optional.of(level.at()))
                : new LevelGone(level.key());
    }

    private static List<SeenLevel> levelsOf(List<ItemReading> items, Instant asked) {
        List<SeenLevel> levels = new ArrayList<>();
        for (ItemReading item : items) {
            for (LevelReading level : item.levels()) {
                levels.add(new SeenLevel(
                        new LevelKey(item.item(), level.location()), level.stocked(), level.available(), asked));
            }
        }
        return levels;
    }

    private static boolean isNews(ItemReading item, Row known) {
        return known == null
                || !item.sku().strip().equals(known.getString("sku"))
                || !Boolean.valueOf(item.tracked()).equals(known.getBoolean("tracked"));
    }

    private static Map<ShopifyId, Row> byItem(RowSet<Row> rows) {
        Map<ShopifyId, Row> known = new HashMap<>();
        rows.forEach(row -> known.put(Sql.id(row, "inventory_item_id"), row));
        return known;
    }
}

package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.HeardStock.Heard;
import io.shopoms.inventory.cache.StockSignal.ItemGone;
import io.shopoms.inventory.cache.StockSignal.ItemHeard;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was heard of inventory items themselves. Every item that was ever heard of has a row: people link it there. */
@ApplicationScoped
class HeardItems {

    private static final String KNOW = """
            insert into product_inventory (store, inventory_item_id)
            select store, item from unnest($1::text[], $2::bigint[]) as i(store, item) order by store, item
            on conflict (store, inventory_item_id) do nothing""";

    // A part that was not told stays; a date of the future would keep all later ones out. Answers those that are
    // counted from now on, or no longer.
    private static final String TELL = """
            with given as (
                select * from unnest($1::text[], $2::bigint[], $3::text[], $4::boolean[], $5::timestamptz[])
                as g(store, item, sku, tracked, at)),
            held as (
                select g.*, p.tracked as before from product_inventory p
                join given g on p.store = g.store and p.inventory_item_id = g.item
                where p.facts_at is null or g.at is null or p.facts_at <= g.at
                order by p.store, p.inventory_item_id for update of p),
            told as (
                update product_inventory p set sku = coalesce(h.sku, p.sku), tracked = coalesce(h.tracked, p.tracked),
                    facts_at = coalesce(least(h.at, now()), p.facts_at), updated_at = now()
                from held h where p.store = h.store and p.inventory_item_id = h.item)
            select store, item as inventory_item_id from held
            where tracked is not null and tracked is distinct from before""";

    private static final String DELETE = """
            update product_inventory p set deleted_at = now(), updated_at = now()
            from unnest($1::text[], $2::bigint[]) as i(store, item)
            where p.store = i.store and p.inventory_item_id = i.item and p.deleted_at is null""";

    private static final String LINKED = """
            select p.store, p.inventory_item_id from product_inventory p
            join unnest($1::text[], $2::bigint[]) as i(store, item)
              on p.store = i.store and p.inventory_item_id = i.item
            where p.odoo_product_id is not null and p.deleted_at is null""";

    HeardItems() {}

    /** Stores what was heard of items; answers those that must be looked at because of it. */
    Uni<Collection<ItemKey>> take(SqlConnection transaction, List<Heard> heard) {
        SortedSet<ItemKey> all = heard.stream().map(Heard::item).collect(Collectors.toCollection(TreeSet::new));
        SortedSet<ItemKey> gone = gone(heard);
        return transaction
                .preparedQuery(KNOW)
                .execute(keys(all))
                .chain(() -> tell(transaction, newest(heard)))
                .call(() -> gone.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction.preparedQuery(DELETE).execute(keys(gone)).replaceWithVoid());
    }

    /** Ends what is open about deleted items; after levels, by the order of locks. */
    Uni<Void> endDrifts(SqlConnection transaction, List<Heard> heard) {
        Map<ShopDomain, List<ShopifyId>> byStore = gone(heard).stream()
                .collect(Collectors.groupingBy(ItemKey::store, Collectors.mapping(ItemKey::item, Collectors.toList())));
        return Multi.createFrom()
                .iterable(byStore.entrySet())
                .onItem()
                .transformToUniAndConcatenate(store -> DriftRows.endAll(
                        transaction, store.getKey(), store.getValue(), "the item was deleted in Shopify"))
                .onItem()
                .ignoreAsUni();
    }

    private static SortedSet<ItemKey> gone(List<Heard> heard) {
        return heard.stream()
                .filter(one -> one.signal() instanceof ItemGone)
                .map(Heard::item)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of the items that are linked and not deleted. */
    Uni<List<ItemKey>> linked(SqlConnection transaction, Collection<ItemKey> items) {
        return items.isEmpty()
                ? Uni.createFrom().item(List.of())
                : transaction.preparedQuery(LINKED).execute(keys(items)).map(DueItems::keys);
    }

    private static Uni<Collection<ItemKey>> tell(SqlConnection transaction, Map<ItemKey, ItemHeard> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Map.Entry<ItemKey, ItemHeard>> sorted = new ArrayList<>(new TreeMap<>(told).entrySet());
        Tuple given = Tuple.of(
                Sql.texts(sorted, entry -> entry.getKey().store().value()),
                Sql.longs(sorted, entry -> entry.getKey().item().value()),
                Sql.texts(sorted, entry -> entry.getValue().sku().orElse(null)),
                Sql.array(sorted, entry -> entry.getValue().tracked().orElse(null), Boolean[]::new),
                Sql.array(sorted, entry -> Sql.utc(entry.getValue().updatedAt()), OffsetDateTime[]::new));
        return transaction.preparedQuery(TELL).execute(given).map(DueItems::keys);
    }

    /** One statement may name a row once: the newest of each item, and of equal dates the one that came last. */
    private static Map<ItemKey, ItemHeard> newest(List<Heard> heard) {
        Comparator<ItemHeard> byDate = Comparator.comparing(
                told -> told.updatedAt().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));
        Map<ItemKey, ItemHeard> newest = new HashMap<>();
        for (Heard one : heard) {
            if (one.signal() instanceof ItemHeard told) {
                newest.merge(one.item(), told, (first, second) -> byDate.compare(first, second) > 0 ? first : second);
            }
        }
        return newest;
    }

    private static Tuple keys(Collection<ItemKey> items) {
        return Tuple.of(
                Sql.texts(items, key -> key.store().value()),
                Sql.longs(items, key -> key.item().value()));
    }
}

package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.IntakeParticipant;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what is heard of Shopify's stock with what is known of it. What is known already changes nothing and makes
 * nothing due: our own write coming back, a delivery that came twice, one that is older than what was read since.
 */
@ApplicationScoped
public class HeardStock implements IntakeParticipant {

    private static final String LOCK = """
            select from shopify_inventory_cache c
            join unnest($1::text[], $2::bigint[]) as i(store, item) on c.store = i.store and c.record_id = i.item
            order by c.store, c.record_id for update of c""";

    private final Database database;
    private final HeardItems items;
    private final HeardLevels levels;
    private final DueItems due;

    HeardStock(Database database, HeardItems items, HeardLevels levels, DueItems due) {
        this.database = database;
        this.items = items;
        this.levels = levels;
        this.due = due;
    }

    /** A signal and the store that it came from. */
    record Heard(ShopDomain store, StockSignal signal) {

        ItemKey item() {
            return new ItemKey(store, signal.item());
        }
    }

    @Override
    public String kind() {
        return InventoryCache.KIND;
    }

    /** The rows of the items are locked by then. */
    @Override
    public Uni<Void> arrived(SqlConnection transaction, List<Arrived> arrivals) {
        List<Heard> heard = arrivals.stream()
                .map(arrived -> new Heard(arrived.raw().store(), (StockSignal)
                        arrived.key().essence().orElseThrow()))
                .toList();
        return compare(transaction, heard).replaceWithVoid();
    }

    /**
     * Takes in what looking at Shopify has told, in a transaction of its own.
     *
     * @return how many items became due
     */
    public Uni<Integer> take(ShopDomain store, Collection<? extends StockSignal> signals) {
        if (signals.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<Heard> heard =
                signals.stream().<Heard>map(signal -> new Heard(store, signal)).toList();
        SortedSet<ItemKey> keys = heard.stream().map(Heard::item).collect(Collectors.toCollection(TreeSet::new));
        Tuple locked = Tuple.of(
                Sql.texts(keys, key -> key.store().value()),
                Sql.longs(keys, key -> key.item().value()));
        return database.transaction(tx -> tx.preparedQuery(LOCK).execute(locked).chain(() -> compare(tx, heard)));
    }

    private Uni<Integer> compare(SqlConnection transaction, List<Heard> heard) {
        return items.take(transaction, heard)
                .chain(changed -> levels.take(transaction, heard).chain(doubted -> {
                    Set<ItemKey> news = new HashSet<>(changed);
                    news.addAll(doubted);
                    return items.linked(transaction, news);
                }))
                .call(news -> due.raise(transaction, news))
                .call(() -> items.endDrifts(transaction, heard))
                .map(List::size);
    }
}

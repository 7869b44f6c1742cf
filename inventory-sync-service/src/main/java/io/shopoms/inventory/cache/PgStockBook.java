package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.Settlement.ItemResult;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.OrderEffect;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stock book in PostgreSQL. */
@ApplicationScoped
class PgStockBook implements StockBook {

    /** Otherwise each statement would see another moment: an order's units in the one, and not yet in the other. */
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read, read only";

    private final Database database;
    private final LevelRows levels;
    private final OrderEffects effects;
    private final PendingUnits pending;
    private final DueItems due;
    private final SameOdoo sameOdoo;

    PgStockBook(
            Database database,
            LevelRows levels,
            OrderEffects effects,
            PendingUnits pending,
            DueItems due,
            SameOdoo sameOdoo) {
        this.database = database;
        this.levels = levels;
        this.effects = effects;
        this.pending = pending;
        this.due = due;
        this.sameOdoo = sameOdoo;
    }

    @Override
    public Uni<StockSnapshot> load(Store store, Collection<ShopifyId> items) {
        return database.transaction(tx -> tx.query(ONE_MOMENT)
                .execute()
                .chain(() -> LinkRows.find(tx, store.shop(), items))
                .chain(links -> LocationRows.find(tx, store.shop())
                        .chain(locations -> levels.find(tx, store.shop(), items)
                                .chain(found -> rest(tx, store, items, links, locations, found)))));
    }

    private Uni<StockSnapshot> rest(
            SqlConnection tx,
            Store store,
            Collection<ShopifyId> items,
            Map<ShopifyId, StockLink> links,
            List<StockLocation> locations,
            Map<LevelKey, Level> known) {
        Set<OdooId> products = links.values().stream().map(StockLink::product).collect(Collectors.toSet());
        return Uni.combine()
                .all()
                .unis(
                        effects.of(tx, store.shop(), items),
                        pending.of(tx, store, products),
                        OtherLevels.find(tx, sameOdoo.domains(store), store, items, products),
                        DriftRows.adoptions(tx, store.shop(), items))
                .usingConcurrencyOf(1)
                .asTuple()
                .map(read -> new StockSnapshot(
                        links,
                        locations,
                        known,
                        read.getItem1().stream().collect(Collectors.groupingBy(OrderEffect::item)),
                        read.getItem2(),
                        read.getItem3(),
                        read.getItem4()));
    }

    /** In the order of {@link DueItems}. */
    @Override
    public Uni<Void> settle(Store store, Settlement settlement) {
        if (settlement.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return database.transaction(tx -> raiseOthers(tx, store, settlement)
                .chain(() -> LinkRows.store(tx, store.shop(), settlement.items()))
                .chain(() -> levels.store(tx, store.shop(), settlement.levels()))
                .chain(() -> PgWriteJournal.close(tx, settlement.closed()))
                .chain(() -> history(tx, store, settlement)));
    }

    private Uni<Void> history(SqlConnection tx, Store store, Settlement settlement) {
        return DriftRows.end(tx, store.shop(), released(settlement), "its stock there is no longer written")
                .chain(() -> settlement.effects().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : effects.settle(tx, settlement.effects()))
                .chain(() -> DriftRows.open(tx, store.shop(), settlement.drifts()))
                .chain(() -> DriftRows.adopt(tx, store.shop(), settlement.adoptions()))
                .chain(() -> DriftRows.adopted(tx, settlement.adopted()))
                .chain(() -> AuditLog.add(tx, store.shop(), settlement.audit()));
    }

    private static List<LevelKey> released(Settlement settlement) {
        return settlement.levels().stream()
                .filter(change -> change.before().kept() && !change.after().kept())
                .map(change -> change.after().key())
                .toList();
    }

    /** The items of this run know it already. */
    private Uni<Void> raiseOthers(SqlConnection tx, Store store, Settlement settlement) {
        if (settlement.othersDue().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<ItemKey> own = Stream.concat(
                        settlement.items().stream().map(ItemResult::item),
                        settlement.levels().stream()
                                .map(change -> change.after().key().item()))
                .map(item -> new ItemKey(store.shop(), item))
                .collect(Collectors.toSet());
        return due.ofProducts(tx, store, settlement.othersDue()).chain(linked -> {
            Set<ItemKey> others = new HashSet<>(linked);
            others.removeAll(own);
            return due.raise(tx, others);
        });
    }
}

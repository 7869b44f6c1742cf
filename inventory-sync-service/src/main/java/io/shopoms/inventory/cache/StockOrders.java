package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.OrderRows.Stored;
import io.shopoms.inventory.policy.OrderMemorySettings;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderSettled;
import io.shopoms.model.event.OrderStored;
import io.shopoms.model.event.OrderStored.Line;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What Shopify's orders take out of the stock. Events may come in any order and more than once. With each change the items
 * that it concerns become due: those of the order are read from Shopify first, because their levels have changed there.
 */
@ApplicationScoped
public class StockOrders {

    private final Database database;
    private final OrderRows rows;
    private final ConcernedItems concerned;
    private final Stores stores;
    private final OrderMemorySettings settings;
    private final Clock clock;

    StockOrders(
            Database database,
            OrderRows rows,
            ConcernedItems concerned,
            Stores stores,
            OrderMemorySettings settings,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.concerned = concerned;
        this.stores = stores;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes in versions of orders. Orders of stores that are not configured here concern nobody. */
    public Uni<Void> stored(List<OrderStored> events) {
        Map<OrderKey, List<UnaryOperator<Stored>>> changes = new TreeMap<>();
        for (OrderStored event : events) {
            add(
                    changes,
                    event.shop(),
                    event.shopifyOrderId(),
                    order -> new Stored(
                            order.key(),
                            event.orderName(),
                            java.util.Optional.of(event.orderedAt()),
                            order.units().heard(event.version(), event.lines())));
        }
        return change(changes);
    }

    /** Takes in which versions Odoo's stock accounts for. */
    public Uni<Void> settled(List<OrderSettled> events) {
        Map<OrderKey, List<UnaryOperator<Stored>>> changes = new TreeMap<>();
        for (OrderSettled event : events) {
            add(
                    changes,
                    event.shop(),
                    event.shopifyOrderId(),
                    order -> order.with(order.units().settled(event.version())));
        }
        return change(changes);
    }

    /** Waits no longer for orders to be in Odoo: their units count as accounted for. Who decided it is written down. */
    public Uni<Void> giveUp(Collection<OrderKey> orders, Who who) {
        Map<OrderKey, List<UnaryOperator<Stored>>> changes = new TreeMap<>();
        orders.forEach(key -> add(
                changes,
                key.store(),
                key.order(),
                order -> order.with(order.units().given())));
        return change(changes, tx -> AuditLog.givenUp(tx, changes.keySet(), who, clock.instant()));
    }

    private void add(
            Map<OrderKey, List<UnaryOperator<Stored>>> changes,
            ShopDomain store,
            ShopifyId order,
            UnaryOperator<Stored> change) {
        if (stores.find(store).isPresent()) {
            changes.computeIfAbsent(new OrderKey(store, order), key -> new ArrayList<>())
                    .add(change);
        }
    }

    private Uni<Void> change(Map<OrderKey, List<UnaryOperator<Stored>>> changes) {
        return change(changes, tx -> Uni.createFrom().voidItem());
    }

    /** @param before done once the orders are locked, and before they change */
    private Uni<Void> change(
            Map<OrderKey, List<UnaryOperator<Stored>>> changes, Function<SqlConnection, Uni<Void>> before) {
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.transaction(tx -> rows.lock(tx, new TreeSet<>(changes.keySet()))
                        .call(() -> before.apply(tx))
                        .chain(known -> store(tx, known, changed(known, changes))));
    }

    private static Map<OrderKey, Stored> changed(
            Map<OrderKey, Stored> known, Map<OrderKey, List<UnaryOperator<Stored>>> changes) {
        Map<OrderKey, Stored> changed = new TreeMap<>();
        known.forEach((key, before) -> {
            Stored after = before;
            for (UnaryOperator<Stored> change : changes.get(key)) {
                after = change.apply(after);
            }
            if (!after.units().equals(before.units())) {
                changed.put(key, after);
            }
        });
        return changed;
    }

    private Uni<Void> store(SqlConnection tx, Map<OrderKey, Stored> known, Map<OrderKey, Stored> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        Map<OrderKey, List<Line>> effects = new TreeMap<>();
        Map<ShopDomain, List<Line>> touched = new HashMap<>();
        changed.forEach((key, after) -> {
            Stored before = known.get(key);
            List<Line> own =
                    hasEffects(before, after, now) ? after.units().effectsSince(before.units()) : List.<Line>of();
            effects.put(key, own);
            List<Line> all = touched.computeIfAbsent(key.store(), store -> new ArrayList<>());
            all.addAll(own);
            all.addAll(before.units().pending());
            all.addAll(after.units().pending());
        });
        return rows.store(tx, changed.values(), now)
                .chain(() -> rows.addEffects(tx, effects, now))
                .chain(() -> concerned.raise(tx, touched, effects));
    }

    /**
     * An old order of which nothing is remembered was heard of before: what this version of it did to the stock cannot be
     * told, and most of it was done long ago.
     */
    private boolean hasEffects(Stored before, Stored after, Instant now) {
        boolean remembered = !before.units().equals(OrderUnits.UNHEARD);
        return remembered
                || after.orderedAt()
                        .filter(at -> at.isAfter(now.minus(settings.keepSettled())))
                        .isPresent();
    }
}

package io.shopoms.inventory.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.inventory.cache.OrderUnits.Heard;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.event.OrderStored.Line;
import io.shopoms.model.event.OrderStored.Version;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** The tables {@code order_stock}, {@code pending_unit} and {@code order_effect}, as events change them. */
@ApplicationScoped
@RegisterForReflection(targets = {OrderUnits.class, Heard.class, Version.class, Line.class})
class OrderRows {

    private static final String PRESENT = """
            insert into order_stock (store, shopify_order_id, units)
            select s, o, $3 from unnest($1::text[], $2::bigint[]) as i(s, o) order by s, o
            on conflict do nothing""";

    private static final String LOCK = """
            select store, shopify_order_id, order_name, ordered_at, units from order_stock
            join unnest($1::text[], $2::bigint[]) as i(s, o) on store = s and shopify_order_id = o
            order by store, shopify_order_id for update of order_stock""";

    private static final String STORE = """
            update order_stock k set order_name = g.name, ordered_at = g.ordered_at, units = g.units, heard_at = $7,
                pending_since = case when not g.pending then null when k.pending then k.pending_since else $7 end,
                pending = g.pending
            from unnest($1::text[], $2::bigint[], $3::text[], $4::timestamptz[], $5::text[], $6::boolean[])
                as g(store, shopify_order_id, name, ordered_at, units, pending)
            where k.store = g.store and k.shopify_order_id = g.shopify_order_id""";

    private static final String CLEAR = """
            delete from pending_unit p using unnest($1::text[], $2::bigint[]) as g(store, shopify_order_id)
            where p.store = g.store and p.shopify_order_id = g.shopify_order_id""";

    private static final String PENDING = """
            insert into pending_unit (store, shopify_order_id, shopify_variant_id, sku, units)
            select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::bigint[])""";

    private static final String EFFECTS = """
            insert into order_effect (store, shopify_order_id, shopify_variant_id, units, heard_at)
            select s, o, v, u, $5 from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) as i(s, o, v, u)""";

    private final ObjectMapper json;

    OrderRows(ObjectMapper json) {
        this.json = json;
    }

    /**
     * An order as it is stored.
     *
     * @param name such as {@code #1001}; empty while nobody told it
     */
    record Stored(OrderKey key, String name, Optional<Instant> orderedAt, OrderUnits units) {

        Stored with(OrderUnits changed) {
            return new Stored(key, name, orderedAt, changed);
        }
    }

    /** A variant's units of an order. */
    private record Unit(OrderKey order, Line line) {}

    /** The orders, each locked until the transaction ends; one that was not known is there from now on. */
    Uni<Map<OrderKey, Stored>> lock(SqlConnection transaction, SortedSet<OrderKey> orders) {
        Tuple keys = Tuple.of(stores(orders), ids(orders));
        return transaction
                .preparedQuery(PRESENT)
                .execute(Tuple.of(stores(orders), ids(orders), write(OrderUnits.UNHEARD)))
                .chain(() -> transaction.preparedQuery(LOCK).execute(keys))
                .map(rows -> {
                    Map<OrderKey, Stored> found = new TreeMap<>();
                    rows.forEach(row -> {
                        Stored order = order(row);
                        found.put(order.key(), order);
                    });
                    return found;
                });
    }

    /** Stores locked orders, with the units of each that are pending. */
    Uni<Void> store(SqlConnection transaction, Collection<Stored> orders, Instant now) {
        List<OrderKey> keys = orders.stream().map(Stored::key).toList();
        List<Unit> pending = new ArrayList<>();
        orders.forEach(order -> order.units().pending().forEach(line -> pending.add(new Unit(order.key(), line))));
        Tuple values = Tuple.tuple()
                .addValue(stores(keys))
                .addValue(ids(keys))
                .addValue(Sql.texts(orders, Stored::name))
                .addValue(Sql.array(orders, order -> Sql.utc(order.orderedAt()), java.time.OffsetDateTime[]::new))
                .addValue(Sql.texts(orders, order -> write(order.units())))
                .addValue(Sql.array(orders, order -> !order.units().pending().isEmpty(), Boolean[]::new))
                .addValue(Sql.utc(now));
        return transaction
                .preparedQuery(STORE)
                .execute(values)
                .chain(() -> transaction.preparedQuery(CLEAR).execute(Tuple.of(stores(keys), ids(keys))))
                .chain(() -> pending.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction
                                .preparedQuery(PENDING)
                                .execute(Tuple.of(
                                        Sql.texts(
                                                pending,
                                                unit -> unit.order().store().value()),
                                        Sql.longs(
                                                pending,
                                                unit -> unit.order().order().value()),
                                        Sql.longs(pending, unit -> variant(unit.line())),
                                        Sql.texts(pending, unit -> unit.line().sku()),
                                        Sql.longs(pending, unit -> unit.line().units())))
                                .replaceWithVoid());
    }

    /** Adds what became of Shopify's stock of an order's variants; what has no variant is in no stock of Shopify's. */
    Uni<Void> addEffects(SqlConnection transaction, Map<OrderKey, List<Line>> effects, Instant now) {
        List<Unit> units = new ArrayList<>();
        effects.forEach((order, lines) -> lines.stream()
                .filter(line -> line.shopifyVariantId() != null)
                .forEach(line -> units.add(new Unit(order, line))));
        return units.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(EFFECTS)
                        .execute(Tuple.of(
                                Sql.texts(units, unit -> unit.order().store().value()),
                                Sql.longs(units, unit -> unit.order().order().value()),
                                Sql.longs(units, unit -> variant(unit.line())),
                                Sql.longs(units, unit -> unit.line().units()),
                                Sql.utc(now)))
                        .replaceWithVoid();
    }

    private static Long variant(Line line) {
        return line.shopifyVariantId() == null ? null : line.shopifyVariantId().value();
    }

    private Stored order(Row row) {
        return new Stored(
                new OrderKey(new ShopDomain(row.getString("store")), Sql.id(row, "shopify_order_id")),
                row.getString("order_name"),
                Sql.maybeInstant(row, "ordered_at"),
                read(row.getString("units")));
    }

    private static String[] stores(Collection<OrderKey> orders) {
        return Sql.texts(orders, key -> key.store().value());
    }

    private static Long[] ids(Collection<OrderKey> orders) {
        return Sql.longs(orders, key -> key.order().value());
    }

    OrderUnits read(String text) {
        try {
            return json.readValue(text, OrderUnits.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("order_stock holds JSON that is not ours", e);
        }
    }

    private String write(OrderUnits units) {
        try {
            return json.writeValueAsString(units);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order's units cannot be written", e);
        }
    }
}

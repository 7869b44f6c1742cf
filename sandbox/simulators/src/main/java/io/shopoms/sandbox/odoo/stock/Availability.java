package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A product's quantities, within the warehouse or location that the context names, otherwise everywhere. */
public final class Availability {

    private static final Set<String> OPEN = Set.of("waiting", "confirmed", "partially_available", "assigned");

    private Availability() {}

    public static BigDecimal onHand(Env env, Record product) {
        return sum(env, product, "quantity");
    }

    /** On hand less reserved; it never falls below zero, however much is ordered. */
    public static BigDecimal free(Env env, Record product) {
        return sum(env, product, "quantity")
                .subtract(sum(env, product, "reserved_quantity"))
                .max(BigDecimal.ZERO);
    }

    public static BigDecimal incoming(Env env, Record product) {
        return moves(env, product, "location_dest_id", "location_id");
    }

    public static BigDecimal outgoing(Env env, Record product) {
        return moves(env, product, "location_id", "location_dest_id");
    }

    public static BigDecimal forecast(Env env, Record product) {
        return onHand(env, product).add(incoming(env, product)).subtract(outgoing(env, product));
    }

    private static BigDecimal sum(Env env, Record product, String field) {
        Predicate<Record> scope = scope(env);
        return env.by("stock.quant", "product_id", product.id()).stream()
                .filter(quant -> scope.test(env.follow(quant, "location_id")))
                .map(quant -> env.number(quant, field))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal moves(Env env, Record product, String inside, String outside) {
        if (!Quants.isTracked(env, product)) {
            return BigDecimal.ZERO;
        }
        Predicate<Record> scope = scope(env);
        return env.by("stock.move", "product_id", product.id()).stream()
                .filter(move -> OPEN.contains(env.text(move, "state")))
                .filter(move -> scope.test(env.follow(move, inside)) && !scope.test(env.follow(move, outside)))
                .map(move -> env.number(move, "product_uom_qty"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Predicate<Record> scope(Env env) {
        Object warehouse = env.context().isTrue("warehouse_id")
                ? env.context().get("warehouse_id")
                : env.context().get("warehouse");
        List<Long> roots = ids(warehouse).stream()
                .map(id -> (Long) env.get(env.require("stock.warehouse", id), "view_location_id"))
                .toList();
        List<Long> wanted = roots.isEmpty() ? ids(env.context().get("location")) : roots;
        if (wanted.isEmpty()) {
            return location -> Locations.isInternal(env, location);
        }
        return location -> Locations.isInternal(env, location)
                && wanted.stream().anyMatch(root -> Locations.isBelow(env, location, root));
    }

    private static List<Long> ids(Object value) {
        if (value instanceof Number number) {
            return List.of(number.longValue());
        }
        return value instanceof List<?> list
                ? list.stream().map(item -> ((Number) item).longValue()).toList()
                : List.of();
    }
}

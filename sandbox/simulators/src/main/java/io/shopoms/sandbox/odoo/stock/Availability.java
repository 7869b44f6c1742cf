package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * A product's quantities in its own unit, within the warehouses or locations that the context names, otherwise in all
 * warehouses. They may be below zero; a service has none.
 */
public final class Availability {

    private static final Set<String> OPEN = Set.of("waiting", "confirmed", "partially_available", "assigned");
    private static final int DECIMALS = 2;

    private Availability() {}

    public static BigDecimal onHand(Env env, Record product) {
        return rounded(sum(env, product, "quantity"));
    }

    /** On hand less reserved. */
    public static BigDecimal free(Env env, Record product) {
        return rounded(sum(env, product, "quantity").subtract(sum(env, product, "reserved_quantity")));
    }

    public static BigDecimal incoming(Env env, Record product) {
        return rounded(moves(env, product, "location_dest_id", "location_id"));
    }

    public static BigDecimal outgoing(Env env, Record product) {
        return rounded(moves(env, product, "location_id", "location_dest_id"));
    }

    public static BigDecimal forecast(Env env, Record product) {
        return onHand(env, product).add(incoming(env, product)).subtract(outgoing(env, product));
    }

    private static BigDecimal sum(Env env, Record product, String field) {
        Scope scope = Scope.of(env);
        if (isService(env, product)) {
            return BigDecimal.ZERO;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Record quant : env.by(QuantModel.MODEL, "product_id", product.id())) {
            if (scope.holds(env.follow(quant, "location_id"))) {
                sum = sum.add(env.number(quant, field));
            }
        }
        return sum;
    }

    private static BigDecimal moves(Env env, Record product, String inside, String outside) {
        Scope scope = Scope.of(env);
        if (isService(env, product)) {
            return BigDecimal.ZERO;
        }
        return env.by("stock.move", "product_id", product.id()).stream()
                .filter(move -> OPEN.contains(env.text(move, "state")))
                .filter(move -> scope.holds(env.follow(move, inside)) && !scope.holds(env.follow(move, outside)))
                .map(move -> env.number(move, "product_qty"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isService(Env env, Record product) {
        return env.text(product, "type").equals("service");
    }

    private static BigDecimal rounded(BigDecimal quantity) {
        return quantity.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}

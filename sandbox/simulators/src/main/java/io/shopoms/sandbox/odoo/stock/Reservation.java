package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.List;

/** Keeps goods aside for moves, and keeps the states of moves and transfers in step. */
final class Reservation {

    private static final List<String> ENDED = List.of("done", "cancel");

    private Reservation() {}

    static boolean isOpen(Env env, Record moveOrPicking) {
        return !ENDED.contains(env.text(moveOrPicking, "state"));
    }

    /** Takes what is available, up to the demand. Never refused for lack of stock. */
    static void reserve(Env env, Record move) {
        BigDecimal missing = env.number(move, "product_uom_qty").subtract(env.number(move, "quantity"));
        if (missing.signum() > 0) {
            Record product = env.follow(move, "product_id");
            BigDecimal take = isTaken(env, move)
                    ? missing.min(Quants.available(env, product, env.follow(move, "location_id")))
                    : missing;
            setQuantity(env, move, env.number(move, "quantity").add(take));
        } else {
            setState(env, move);
        }
    }

    /** Reserves exactly this much, as a person types it. */
    static void setQuantity(Env env, Record move, BigDecimal quantity) {
        BigDecimal change = quantity.subtract(env.number(move, "quantity"));
        if (isTaken(env, move)) {
            Quants.reserve(env, env.follow(move, "product_id"), env.follow(move, "location_id"), change);
        }
        env.set(move, "quantity", quantity);
        setState(env, move);
    }

    static void cancel(Env env, Record move) {
        setQuantity(env, move, BigDecimal.ZERO);
        env.set(move, "state", "cancel");
    }

    /** Whether the goods come out of a place where they are counted. */
    static boolean isTaken(Env env, Record move) {
        return Locations.isInternal(env, env.follow(move, "location_id"))
                && Quants.isTracked(env, env.follow(move, "product_id"));
    }

    private static void setState(Env env, Record move) {
        BigDecimal quantity = env.number(move, "quantity");
        if (quantity.signum() <= 0) {
            env.set(move, "state", "confirmed");
        } else {
            boolean all = quantity.compareTo(env.number(move, "product_uom_qty")) >= 0;
            env.set(move, "state", all ? "assigned" : "partially_available");
        }
    }

    /** A transfer is ready as soon as one of its moves has something. */
    static void settle(Env env, Record picking) {
        List<String> states = env.by("stock.move", "picking_id", picking.id()).stream()
                .map(move -> env.text(move, "state"))
                .toList();
        String state;
        if (states.isEmpty()) {
            state = "draft";
        } else if (states.stream().allMatch("cancel"::equals)) {
            state = "cancel";
        } else if (states.stream().allMatch(ENDED::contains)) {
            state = "done";
        } else {
            boolean ready = states.contains("assigned") || states.contains("partially_available");
            state = ready ? "assigned" : "confirmed";
        }
        env.set(picking, "state", state);
    }
}

package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Keeps goods aside for moves, and keeps the states of moves and transfers in step. */
final class Reservation {

    private static final List<String> ENDED = List.of("done", "cancel");

    private Reservation() {}

    static boolean isOpen(Env env, Record moveOrPicking) {
        return !ENDED.contains(env.text(moveOrPicking, "state"));
    }

    /** When it is to happen. */
    static Instant planned(Env env, Record move) {
        Record picking = env.follow(move, "picking_id");
        Instant scheduled = picking == null ? null : env.instant(picking, "scheduled_date");
        Instant own = scheduled == null ? env.instant(move, "date") : scheduled;
        return own == null ? Instant.EPOCH : own;
    }

    /**
     * What becomes of a move that is confirmed: it takes what is available at once, unless its operation type leaves that
     * to people, or to the day it is planned for.
     */
    static void confirm(Env env, Record move) {
        Record picking = env.follow(move, "picking_id");
        Record type = picking == null ? null : env.follow(picking, "picking_type_id");
        String method = type == null ? "at_confirm" : env.text(type, "reservation_method");
        boolean today = !planned(env, move)
                .truncatedTo(ChronoUnit.DAYS)
                .isAfter(env.now().truncatedTo(ChronoUnit.DAYS));
        if (method.equals("at_confirm")
                || method.equals("by_date") && today
                || !MoveLines.isReserved(env, move, env.follow(move, "location_id"))) {
            reserve(env, move);
        } else {
            setState(env, move);
        }
    }

    /** Takes what is available, up to the demand. Never refused for lack of stock; what is picked stays as it is. */
    static void reserve(Env env, Record move) {
        BigDecimal missing = env.number(move, "product_uom_qty").subtract(env.number(move, "quantity"));
        if (missing.signum() > 0 && !env.flag(move, "picked")) {
            take(env, move, missing);
        }
        setState(env, move);
    }

    /** Reserves exactly this much, as a person types it, even if there is less. */
    static void setQuantity(Env env, Record move, BigDecimal quantity) {
        BigDecimal change = quantity.subtract(env.number(move, "quantity"));
        if (change.signum() < 0) {
            MoveLines.remove(env, move, change.negate());
        } else if (change.signum() > 0) {
            take(env, move, change);
            BigDecimal lacking = quantity.subtract(env.number(move, "quantity"));
            if (lacking.signum() > 0) {
                MoveLines.add(env, move, env.follow(move, "location_id"), lacking);
            }
        }
        setState(env, move);
    }

    /** From the place and all below it, what came first. */
    private static void take(Env env, Record move, BigDecimal wanted) {
        Record source = env.follow(move, "location_id");
        if (!MoveLines.isReserved(env, move, source)) {
            MoveLines.add(env, move, source, wanted);
            return;
        }
        List<Record> quants = Quants.below(env, env.follow(move, "product_id"), source);
        BigDecimal there = quants.stream()
                .map(quant -> env.number(quant, "available_quantity"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = MoveLines.toMoveUnit(env, move, there).min(wanted);
        for (Record quant : quants) {
            BigDecimal here = MoveLines.toMoveUnit(env, move, env.number(quant, "available_quantity"));
            BigDecimal part = here.min(left);
            if (part.signum() > 0) {
                MoveLines.add(env, move, env.follow(quant, "location_id"), part);
                left = left.subtract(part);
            }
        }
    }

    static void cancel(Env env, Record move) {
        setQuantity(env, move, BigDecimal.ZERO);
        env.set(move, "picked", false);
        env.set(move, "state", "cancel");
    }

    private static void setState(Env env, Record move) {
        BigDecimal quantity = env.number(move, "quantity");
        boolean all = quantity.compareTo(env.number(move, "product_uom_qty")) >= 0;
        String state = quantity.signum() <= 0 ? "confirmed" : all ? "assigned" : "partially_available";
        if (!state.equals(env.text(move, "state"))) {
            env.set(move, "state", state);
        }
    }

    /** The move's state, and that of its transfer. */
    static void settleMove(Env env, Record move) {
        setState(env, move);
        Record picking = env.follow(move, "picking_id");
        if (picking != null && isOpen(env, picking)) {
            settle(env, picking);
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

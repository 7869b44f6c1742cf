package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Goods really move: out of one place, into another, with what that means for goods kept aside and for who waits. */
final class Completion {

    private static final Set<String> WAITING = Set.of("confirmed", "partially_available");

    private Completion() {}

    /** All that the move's parts hold. */
    static void finish(Env env, Record move) {
        Record product = env.follow(move, "product_id");
        for (Record line : MoveLines.of(env, move)) {
            Record from = env.follow(line, "location_id");
            BigDecimal quantity = MoveLineModel.inProductUnit(env, line);
            if (MoveLines.isReserved(env, move, from)) {
                Quants.reserve(env, product, from, quantity.negate());
            }
            shift(env, line, product, quantity);
            requireReserved(env, line);
            env.set(line, "picked", true);
            env.set(line, "date", env.now());
        }
        env.set(move, "picked", true);
        env.set(move, "date", env.now());
        env.set(move, "state", "done");
    }

    /** A part that is done turns out to have been more or less; what is kept aside for others stays. */
    static void correct(Env env, Record line, BigDecimal quantity) {
        BigDecimal before = MoveLineModel.inProductUnit(env, line);
        env.set(line, "quantity", quantity);
        Record move = env.follow(line, "move_id");
        MoveLines.sum(env, move);
        BigDecimal change = MoveLineModel.inProductUnit(env, line).subtract(before);
        shift(env, line, env.follow(move, "product_id"), change);
    }

    /** If more is kept aside than there is, others lose it. */
    static void requireReserved(Env env, Record line) {
        Record move = env.follow(line, "move_id");
        Record from = env.follow(line, "location_id");
        if (MoveLines.isReserved(env, move, from)) {
            BigDecimal left = Quants.available(env, env.follow(move, "product_id"), from);
            if (left.signum() < 0) {
                takeBack(env, move, from, left.negate());
            }
        }
    }

    private static void shift(Env env, Record line, Record product, BigDecimal quantity) {
        Record from = env.follow(line, "location_id");
        Instant since = Quants.add(env, product, from, quantity.negate(), null);
        Quants.add(env, product, env.follow(line, "location_dest_id"), quantity, since);
    }

    /** The last to be sent lose theirs first, and look for other goods. */
    private static void takeBack(Env env, Record cause, Record location, BigDecimal missing) {
        List<Record> lines = new ArrayList<>();
        for (Record move : env.by("stock.move", "product_id", env.get(cause, "product_id"))) {
            if (move != cause && Reservation.isOpen(env, move) && !env.flag(move, "picked")) {
                MoveLines.of(env, move).stream()
                        .filter(line -> env.get(line, "location_id").equals(location.id()))
                        .forEach(lines::add);
            }
        }
        lines.sort(Comparator.comparing((Record line) -> !samePicking(env, line, cause))
                .thenComparing(line -> Reservation.planned(env, env.follow(line, "move_id")), Comparator.reverseOrder())
                .thenComparing(Record::id, Comparator.reverseOrder()));
        BigDecimal left = missing;
        List<Record> poorer = new ArrayList<>();
        for (Record line : lines) {
            if (left.signum() <= 0) {
                break;
            }
            Record move = env.follow(line, "move_id");
            BigDecimal less = left.min(MoveLineModel.inProductUnit(env, line));
            left = left.subtract(less);
            MoveLines.set(env, line, env.number(line, "quantity").subtract(MoveLines.toMoveUnit(env, move, less)));
            if (env.number(line, "quantity").signum() == 0) {
                env.unlink(line);
            }
            poorer.add(move);
        }
        poorer.forEach(move -> Reservation.reserve(env, move));
        poorer.forEach(move -> Reservation.settleMove(env, move));
    }

    private static boolean samePicking(Env env, Record line, Record cause) {
        Object own = env.get(cause, "picking_id");
        return own != null && own.equals(env.get(env.follow(line, "move_id"), "picking_id"));
    }

    /** What has just arrived is kept aside for moves that wait for it, the earliest first. */
    static void serveWaiting(Env env, List<Record> arrived) {
        List<Record> waiting = new ArrayList<>();
        for (Record done : arrived) {
            env.by("stock.move", "product_id", env.get(done, "product_id")).stream()
                    .filter(move -> WAITING.contains(env.text(move, "state")))
                    .filter(move -> env.get(move, "location_id").equals(env.get(done, "location_dest_id")))
                    .filter(move -> !waiting.contains(move))
                    .forEach(waiting::add);
        }
        waiting.sort(Comparator.comparing(
                        (Record move) -> env.instant(move, "date"), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Record::id));
        for (Record move : waiting) {
            Reservation.reserve(env, move);
            Reservation.settleMove(env, move);
        }
    }
}

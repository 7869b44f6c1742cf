package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.company.Units;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of moves: one for each place that goods come from. An open part keeps its goods aside there. */
final class MoveLines {

    private MoveLines() {}

    static List<Record> of(Env env, Record move) {
        return env.by(MoveLineModel.MODEL, "move_id", move.id());
    }

    /** Whether goods of that move are kept aside in that place. */
    static boolean isReserved(Env env, Record move, Record location) {
        return Locations.isCounted(env, location) && Quants.isTracked(env, env.follow(move, "product_id"));
    }

    static BigDecimal toProductUnit(Env env, Record move, BigDecimal quantity) {
        return Units.convert(env, quantity, env.follow(move, "product_uom"), productUnit(env, move));
    }

    /** Rounded down, so that never more is taken than there is. */
    static BigDecimal toMoveUnit(Env env, Record move, BigDecimal quantity) {
        return Units.convert(env, quantity, productUnit(env, move), env.follow(move, "product_uom"), RoundingMode.DOWN);
    }

    private static Record productUnit(Env env, Record move) {
        return env.follow(env.follow(move, "product_id"), "uom_id");
    }

    /** @param quantity in the move's unit */
    static void add(Env env, Record move, Record location, BigDecimal quantity) {
        for (Record line : of(env, move)) {
            if (env.get(line, "location_id").equals(location.id())) {
                set(env, line, env.number(line, "quantity").add(quantity));
                return;
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("move_id", move.id());
        values.put("location_id", location.id());
        values.put("location_dest_id", env.get(move, "location_dest_id"));
        values.put("date", env.now());
        set(env, env.create(MoveLineModel.MODEL, values), quantity);
    }

    /** An open part that holds exactly this much from now on. */
    static void set(Env env, Record line, BigDecimal quantity) {
        Record move = env.follow(line, "move_id");
        Record location = env.follow(line, "location_id");
        BigDecimal before = MoveLineModel.inProductUnit(env, line);
        env.set(line, "quantity", quantity);
        if (isReserved(env, move, location)) {
            BigDecimal change = MoveLineModel.inProductUnit(env, line).subtract(before);
            Quants.reserve(env, env.follow(move, "product_id"), location, change);
        }
        sum(env, move);
    }

    /** The last parts go first. @param quantity in the move's unit */
    static void remove(Env env, Record move, BigDecimal quantity) {
        List<Record> last = new ArrayList<>(of(env, move));
        Collections.reverse(last);
        BigDecimal left = quantity;
        for (Record line : last) {
            BigDecimal less = left.min(env.number(line, "quantity"));
            set(env, line, env.number(line, "quantity").subtract(less));
            left = left.subtract(less);
            if (env.number(line, "quantity").signum() == 0) {
                env.unlink(line);
            }
            if (left.signum() == 0) {
                break;
            }
        }
    }

    static void sum(Env env, Record move) {
        BigDecimal sum = of(env, move).stream()
                .map(line -> env.number(line, "quantity"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        env.set(move, "quantity", sum);
    }
}

package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Inventory adjustments: a count is written on a quant, and applying it moves the difference from or to the inventory loss.
 * Applying a count that was applied before takes everything away, for the count is zero by then.
 */
final class Counting {

    /** From here on Odoo's floating point numbers no longer agree with themselves. */
    private static final BigDecimal IMPRECISE = new BigDecimal("1E13");

    private static final int DECIMALS = 2;

    private Counting() {}

    /** A count as a caller writes it; nothing is zero. */
    static BigDecimal number(Object value) {
        if (value == null || Boolean.FALSE.equals(value)) {
            return BigDecimal.ZERO;
        }
        try {
            return new BigDecimal(value.toString()).setScale(DECIMALS, RoundingMode.HALF_UP);
        } catch (NumberFormatException e) {
            throw OdooException.value("could not convert string to float: '" + value + "'");
        }
    }

    static void write(Env env, Record quant, BigDecimal counted, long user) {
        env.set(quant, "inventory_quantity", counted);
        env.set(quant, "inventory_quantity_set", true);
        env.set(quant, "inventory_diff_quantity", counted.subtract(env.number(quant, "quantity")));
        env.set(quant, "user_id", user);
        env.set(quant, "inventory_date", today(env));
    }

    /** Something moved since the count. */
    static boolean isOutdated(Env env, Record quant) {
        if (!env.flag(quant, "inventory_quantity_set")) {
            return false;
        }
        BigDecimal counted = env.number(quant, "inventory_quantity");
        BigDecimal then = counted.subtract(env.number(quant, "inventory_diff_quantity"));
        return then.compareTo(env.number(quant, "quantity")) != 0
                || counted.abs().compareTo(IMPRECISE) >= 0;
    }

    /** All of them, or a window that asks what to do because one is outdated. */
    static Object apply(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(QuantModel.MODEL, "write");
        List<Record> quants = env.require(QuantModel.MODEL, ids);
        List<Long> outdated = quants.stream()
                .filter(quant -> isOutdated(env, quant))
                .map(Record::id)
                .toList();
        if (!outdated.isEmpty()) {
            return ConflictModel.window(env, ids, outdated);
        }
        apply(env, quants);
        return null;
    }

    /** Counts and applies at once. */
    static void count(Env env, Record quant, BigDecimal counted) {
        write(env, quant, counted, env.user().id());
        apply(env, List.of(quant));
    }

    static void apply(Env env, List<Record> quants) {
        List<Record> moves = new ArrayList<>();
        for (Record quant : quants) {
            moves.add(move(env, quant));
        }
        moves.forEach(move -> Completion.finish(env, move));
        Completion.serveWaiting(env, moves);
        for (Record quant : quants) {
            env.set(env.follow(quant, "location_id"), "last_inventory_date", today(env));
            forget(env, quant);
            env.set(quant, "inventory_date", today(env).withDayOfYear(today(env).lengthOfYear()));
        }
    }

    private static Record move(Env env, Record quant) {
        BigDecimal difference = env.flag(quant, "inventory_quantity_set")
                ? env.number(quant, "inventory_diff_quantity")
                : env.number(quant, "inventory_quantity").subtract(env.number(quant, "quantity"));
        Record place = env.follow(quant, "location_id");
        Record loss = Locations.of(env, "inventory");
        boolean gain = difference.signum() > 0;
        Record from = gain ? loss : place;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("product_id", env.get(quant, "product_id"));
        values.put("product_uom_qty", difference.abs());
        values.put("location_id", from.id());
        values.put("location_dest_id", (gain ? place : loss).id());
        values.put("is_inventory", true);
        values.put("inventory_name", env.context().get("inventory_name"));
        values.put("date", env.now());
        values.put("state", "confirmed");
        Record move = env.create("stock.move", values);
        MoveLines.add(env, move, from, difference.abs());
        return move;
    }

    static Object clear(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(QuantModel.MODEL, "write");
        env.require(QuantModel.MODEL, ids).forEach(quant -> forget(env, quant));
        return null;
    }

    private static void forget(Env env, Record quant) {
        env.set(quant, "inventory_quantity", BigDecimal.ZERO);
        env.set(quant, "inventory_diff_quantity", BigDecimal.ZERO);
        env.set(quant, "inventory_quantity_set", false);
        env.set(quant, "user_id", null);
    }

    private static LocalDate today(Env env) {
        return env.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}

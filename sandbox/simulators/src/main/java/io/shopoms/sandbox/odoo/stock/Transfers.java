package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Transfers as people handle them, and how they come to be. */
public final class Transfers {

    private Transfers() {}

    /** A transfer of a warehouse, without moves. */
    static Record create(Env env, Record type, Record from, Record to, Map<String, Object> more) {
        Map<String, Object> values = new LinkedHashMap<>(more);
        values.put("picking_type_id", type.id());
        values.put("location_id", from.id());
        values.put("location_dest_id", to.id());
        return env.create("stock.picking", values);
    }

    static Record addMove(Env env, Record picking, Record product, BigDecimal quantity, Map<String, Object> more) {
        Map<String, Object> values = new LinkedHashMap<>(more);
        values.put("picking_id", picking.id());
        values.put("product_id", product.id());
        values.put("product_uom_qty", quantity);
        values.put("location_id", env.get(picking, "location_id"));
        values.put("location_dest_id", env.get(picking, "location_dest_id"));
        values.put("partner_id", env.get(picking, "partner_id"));
        values.put("state", "confirmed");
        Record move = env.create("stock.move", values);
        Reservation.confirm(env, move);
        return move;
    }

    /** Goods from a vendor arrive in a warehouse's stock, at once. */
    public static Record receive(Env env, Record warehouse, Record product, BigDecimal quantity) {
        Record type = env.follow(warehouse, "in_type_id");
        return carryOut(
                env, type, Locations.of(env, "supplier"), env.follow(warehouse, "lot_stock_id"), product, quantity);
    }

    /** Goods go from one place to another at once, even if there are not so many. */
    public static Record move(Env env, Record from, Record to, Record product, BigDecimal quantity) {
        Record warehouse = env.follow(from, "warehouse_id");
        Record owner = warehouse == null ? env.require("stock.warehouse", 1) : warehouse;
        return carryOut(env, env.follow(owner, "int_type_id"), from, to, product, quantity);
    }

    private static Record carryOut(Env env, Record type, Record from, Record to, Record product, BigDecimal quantity) {
        Record picking = create(env, type, from, to, Map.of("scheduled_date", env.now()));
        Record move = addMove(env, picking, product, quantity, Map.of());
        Reservation.setQuantity(env, move, quantity);
        Reservation.settle(env, picking);
        Validation.finish(env, picking, true);
        return picking;
    }

    static Object confirm(Env env, Model model, List<Long> ids, Arguments args) {
        env.require(model.name(), ids).forEach(picking -> confirm(env, picking));
        return true;
    }

    static void confirm(Env env, Record picking) {
        open(env, picking).stream()
                .filter(move -> env.text(move, "state").equals("draft"))
                .forEach(move -> Reservation.confirm(env, move));
        Reservation.settle(env, picking);
    }

    static Object assign(Env env, Model model, List<Long> ids, Arguments args) {
        for (Record picking : env.require(model.name(), ids)) {
            open(env, picking).forEach(move -> Reservation.reserve(env, move));
            Reservation.settle(env, picking);
        }
        return true;
    }

    /** What somebody has picked stays reserved. */
    static Object release(Env env, Model model, List<Long> ids, Arguments args) {
        for (Record picking : env.require(model.name(), ids)) {
            open(env, picking).stream()
                    .filter(move -> !env.flag(move, "picked"))
                    .forEach(move -> Reservation.setQuantity(env, move, BigDecimal.ZERO));
            Reservation.settle(env, picking);
        }
        return null;
    }

    static Object cancel(Env env, Model model, List<Long> ids, Arguments args) {
        env.require(model.name(), ids).forEach(picking -> cancel(env, picking));
        return true;
    }

    /** A transfer that is done stays done. */
    static void cancel(Env env, Record picking) {
        open(env, picking).forEach(move -> Reservation.cancel(env, move));
        Reservation.settle(env, picking);
    }

    static List<Record> open(Env env, Record picking) {
        return env.many(picking, "move_ids").stream()
                .filter(move -> Reservation.isOpen(env, move))
                .toList();
    }
}

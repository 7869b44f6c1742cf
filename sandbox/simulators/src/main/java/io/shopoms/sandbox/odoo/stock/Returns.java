package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the incoming transfer of a return. Not idempotent, and nothing limits it: more than was delivered comes back, and
 * even of a transfer that has not left.
 */
final class Returns {

    private Returns() {}

    static Object create(Env env, Model model, List<Long> ids, Arguments args) {
        return create(env, wizard(env, ids));
    }

    /** Everything that was moved and is not on its way back. */
    static Object createAll(Env env, Model model, List<Long> ids, Arguments args) {
        Record wizard = wizard(env, ids);
        for (Record line : env.many(wizard, "product_return_moves")) {
            Record move = env.follow(line, "move_id");
            if (move != null) {
                env.set(line, "quantity", env.number(move, "quantity").subtract(returned(env, move)));
            }
        }
        return create(env, wizard);
    }

    private static Record wizard(Env env, List<Long> ids) {
        if (ids.size() != 1) {
            throw OdooException.value("Expected singleton: " + ReturnModels.WIZARD + ids);
        }
        return env.require(ReturnModels.WIZARD, ids.get(0));
    }

    private static BigDecimal returned(Env env, Record move) {
        return env.by("stock.move", "origin_returned_move_id", move.id()).stream()
                .map(back -> env.number(back, "quantity"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, Object> create(Env env, Record wizard) {
        Record picking = env.follow(wizard, "picking_id");
        List<Record> lines = env.many(wizard, "product_return_moves").stream()
                .filter(line -> env.number(line, "quantity").signum() != 0)
                .toList();
        if (picking == null || lines.isEmpty()) {
            throw OdooException.user("Please specify at least one non-zero quantity.");
        }
        Record back = Transfers.create(
                env,
                returnType(env, picking),
                env.follow(picking, "location_dest_id"),
                env.follow(picking, "location_id"),
                header(env, picking));
        lines.forEach(line -> Transfers.addMove(
                env, back, env.follow(line, "product_id"), env.number(line, "quantity"), move(env, line)));
        Reservation.settle(env, back);
        return window(env, back);
    }

    private static Record returnType(Env env, Record picking) {
        Record type = env.follow(picking, "picking_type_id");
        boolean out = env.text(type, "code").equals("outgoing");
        return env.follow(env.follow(type, "warehouse_id"), out ? "in_type_id" : "out_type_id");
    }

    private static Map<String, Object> header(Env env, Record picking) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("origin", "Return of " + env.text(picking, "name"));
        values.put("return_id", picking.id());
        values.put("sale_id", env.get(picking, "sale_id"));
        values.put("partner_id", env.get(picking, "partner_id"));
        values.put("scheduled_date", env.now());
        return values;
    }

    private static Map<String, Object> move(Env env, Record line) {
        Record origin = env.follow(line, "move_id");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("to_refund", env.flag(line, "to_refund"));
        values.put("date", env.now());
        if (origin != null) {
            values.put("origin_returned_move_id", origin.id());
            values.put("sale_line_id", env.get(origin, "sale_line_id"));
            values.put("sequence", env.get(origin, "sequence"));
            values.put("origin", env.get(origin, "origin"));
        }
        return values;
    }

    private static Map<String, Object> window(Env env, Record back) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Returned Picking");
        action.put("view_mode", "form");
        action.put("res_model", "stock.picking");
        action.put("res_id", back.id());
        action.put("type", "ir.actions.act_window");
        action.put("context", env.context().values());
        return action;
    }
}

package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code button_validate}: ships what is picked, or all that is reserved; the rest becomes a backorder if that is agreed. */
final class Validation {

    private Validation() {}

    static Object validate(Env env, Model model, List<Long> ids, Arguments args) {
        List<Record> pickings = env.require(model.name(), ids).stream()
                .filter(picking -> !env.text(picking, "state").equals("done"))
                .toList();
        List<Long> incomplete = new ArrayList<>();
        for (Record picking : pickings) {
            if (env.text(picking, "state").equals("draft")) {
                confirm(env, picking);
            }
            mark(env, picking);
            if (shipped(env, picking).isEmpty()) {
                throw OdooException.user(
                        "Transfer trouble alert! Validating a zero quantity transfer? You're not moving invisible"
                                + " goods around are you?\n"
                                + "Set some quantities and let's get moving!");
            }
            if (isShort(env, picking)) {
                incomplete.add(picking.id());
            }
        }
        if (!incomplete.isEmpty() && !env.context().isTrue("skip_backorder")) {
            return question(ids, incomplete);
        }
        Object without = env.context().get("picking_ids_not_to_backorder");
        for (Record picking : pickings) {
            boolean drop = without instanceof List<?> list
                    && list.stream().anyMatch(id -> ((Number) id).longValue() == picking.id());
            finish(env, picking, !drop);
        }
        return true;
    }

    /** A draft is confirmed on the way; what found nothing to reserve goes all the same. */
    private static void confirm(Env env, Record picking) {
        Transfers.confirm(env, picking);
        for (Record move : Transfers.open(env, picking)) {
            if (env.number(move, "quantity").signum() == 0) {
                Reservation.setQuantity(env, move, env.number(move, "product_uom_qty"));
            }
        }
        Reservation.settle(env, picking);
    }

    /** If nobody has marked anything, everything is, even if Odoo then asks and nothing happens. */
    private static void mark(Env env, Record picking) {
        List<Record> open = Transfers.open(env, picking);
        boolean some =
                open.stream().anyMatch(move -> env.number(move, "quantity").signum() > 0);
        boolean marked = open.stream()
                .filter(move -> !env.text(move, "location_dest_usage").equals("inventory"))
                .anyMatch(move -> env.flag(move, "picked"));
        if (some && !marked) {
            open.forEach(move -> env.set(move, "picked", true));
        }
    }

    /** As soon as one move is marked as picked, only marked moves go. */
    private static List<Record> shipped(Env env, Record picking) {
        List<Record> open = Transfers.open(env, picking);
        boolean marked = open.stream().anyMatch(move -> env.flag(move, "picked"));
        return open.stream()
                .filter(move -> env.number(move, "quantity").signum() > 0)
                .filter(move -> !marked || env.flag(move, "picked"))
                .toList();
    }

    private static boolean isShort(Env env, Record picking) {
        List<Record> shipped = shipped(env, picking);
        return Transfers.open(env, picking).stream()
                .anyMatch(
                        move -> !shipped.contains(move) || remainder(env, move).signum() > 0);
    }

    private static BigDecimal remainder(Env env, Record move) {
        return env.number(move, "product_uom_qty").subtract(env.number(move, "quantity"));
    }

    /** Odoo asks with a window instead of answering true, and nothing has happened yet. */
    private static Map<String, Object> question(List<Long> ids, List<Long> pickings) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("button_validate_picking_ids", ids);
        context.put("default_show_transfers", ids.size() > 1);
        context.put(
                "default_pick_ids", pickings.stream().map(id -> List.of(4L, id)).toList());
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Create Backorder?");
        action.put("type", "ir.actions.act_window");
        action.put("view_mode", "form");
        action.put("res_model", "stock.backorder.confirmation");
        action.put("views", List.of(List.of(943L, "form")));
        action.put("view_id", 943L);
        action.put("target", "new");
        action.put("context", context);
        return action;
    }

    static void finish(Env env, Record picking, boolean backorder) {
        List<Record> shipped = shipped(env, picking);
        List<Record> kept = Transfers.open(env, picking).stream()
                .filter(move -> !shipped.contains(move))
                .toList();
        Map<Record, BigDecimal> rests = new LinkedHashMap<>();
        for (Record move : shipped) {
            BigDecimal rest = remainder(env, move);
            Completion.finish(env, move);
            if (rest.signum() > 0 && backorder) {
                env.set(move, "product_uom_qty", env.number(move, "quantity"));
                rests.put(move, rest);
            }
        }
        if (!backorder) {
            kept.forEach(move -> Reservation.cancel(env, move));
        } else if (!kept.isEmpty() || !rests.isEmpty()) {
            backorder(env, picking, kept, rests);
        }
        env.set(picking, "date_done", env.now());
        env.set(picking, "state", "done");
        if (!env.text(picking, "picking_type_code").equals("outgoing")) {
            Completion.serveWaiting(env, shipped);
        }
    }

    private static void backorder(Env env, Record picking, List<Record> kept, Map<Record, BigDecimal> rests) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : List.of(
                "origin", "partner_id", "sale_id", "carrier_id", "scheduled_date", "date_deadline", "move_type")) {
            values.put(field, env.get(picking, field));
        }
        values.put("backorder_id", picking.id());
        Record rest = Transfers.create(
                env,
                env.follow(picking, "picking_type_id"),
                env.follow(picking, "location_id"),
                env.follow(picking, "location_dest_id"),
                values);
        rests.forEach((move, quantity) -> {
            Map<String, Object> copy = new LinkedHashMap<>();
            for (String field : List.of("sale_line_id", "sequence", "origin", "date_deadline")) {
                copy.put(field, env.get(move, field));
            }
            copy.put("date", env.get(picking, "scheduled_date"));
            Transfers.addMove(env, rest, env.follow(move, "product_id"), quantity, copy);
        });
        for (Record move : kept) {
            env.set(move, "picking_id", rest.id());
            Reservation.confirm(env, move);
        }
        Reservation.settle(env, rest);
    }
}

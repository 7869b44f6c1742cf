package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Odoo does to quants each night, and whenever somebody opens Physical Inventory: empty rows go without a trace. */
final class Tidying {

    private static final List<String> SUMMED = List.of("quantity", "reserved_quantity", "inventory_quantity");

    private Tidying() {}

    static Object physicalInventory(Env env, Model model, List<Long> ids, Arguments args) {
        tidy(env);
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Physical Inventory");
        action.put("view_mode", "list");
        action.put("res_model", QuantModel.MODEL);
        action.put("type", "ir.actions.act_window");
        action.put("context", Map.of("inventory_mode", true, "no_at_date", true));
        action.put("domain", List.of(List.of("location_id.usage", "in", List.of("internal", "transit"))));
        action.put("views", List.of(List.of(981L, "list")));
        return action;
    }

    static void tidy(Env env) {
        merge(env);
        List<Record> quants = env.all(QuantModel.MODEL);
        Map<Record, BigDecimal> kept = kept(env);
        for (Record quant : quants) {
            BigDecimal reserved = kept.getOrDefault(quant, BigDecimal.ZERO);
            if (env.number(quant, "reserved_quantity").compareTo(reserved) != 0) {
                env.set(quant, "reserved_quantity", reserved);
            }
            boolean empty =
                    SUMMED.stream().allMatch(field -> env.number(quant, field).signum() == 0);
            if (empty && env.get(quant, "user_id") == null) {
                env.unlink(quant);
            }
        }
    }

    /** Rows of the same goods in the same place become the first of them, whose write date stays. */
    private static void merge(Env env) {
        Map<List<Object>, List<Record>> same = new LinkedHashMap<>();
        for (Record quant : env.all(QuantModel.MODEL)) {
            List<Object> key = new ArrayList<>();
            List.of("product_id", "location_id", "owner_id").forEach(field -> key.add(env.get(quant, field)));
            same.computeIfAbsent(key, k -> new ArrayList<>()).add(quant);
        }
        for (List<Record> rows : same.values()) {
            for (Record more : rows.subList(1, rows.size())) {
                for (String field : SUMMED) {
                    env.store(rows.get(0), field, env.number(rows.get(0), field).add(env.number(more, field)));
                }
                env.unlink(more);
            }
        }
    }

    /** What open moves keep aside, by quant. */
    private static Map<Record, BigDecimal> kept(Env env) {
        Map<Record, BigDecimal> kept = new LinkedHashMap<>();
        for (Record line : env.all(MoveLineModel.MODEL)) {
            Record move = env.follow(line, "move_id");
            Record location = env.follow(line, "location_id");
            if (Reservation.isOpen(env, move) && MoveLines.isReserved(env, move, location)) {
                Record quant = Quants.in(env, env.follow(move, "product_id"), location);
                kept.merge(quant, MoveLineModel.inProductUnit(env, line), BigDecimal::add);
            }
        }
        return kept;
    }
}

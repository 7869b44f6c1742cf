package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code stock.inventory.conflict}: the window that asks what a count means after something moved. Administrators only. */
final class ConflictModel {

    private static final String MODEL = "stock.inventory.conflict";

    private ConflictModel() {}

    static Model model() {
        return new Model(MODEL, "Conflict in Inventory")
                .shownAs((env, r) -> MODEL + "," + r.id())
                .with(
                        Field.many2many("quant_ids", "Quants", QuantModel.MODEL),
                        Field.many2many("quant_to_fix_ids", "Conflicts", QuantModel.MODEL))
                .with(
                        Method.onRecords("action_keep_counted_quantity", ConflictModel::keepCounted),
                        Method.onRecords("action_keep_difference", ConflictModel::keepDifference));
    }

    /** What {@code action_apply_inventory} answers instead of doing anything. */
    static Map<String, Object> window(Env env, List<Long> quants, List<Long> outdated) {
        Map<String, Object> context = new LinkedHashMap<>(env.context().values());
        context.put("default_quant_ids", quants);
        context.put("default_quant_to_fix_ids", outdated);
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Conflict in Inventory Adjustment");
        action.put("type", "ir.actions.act_window");
        action.put("view_mode", "form");
        action.put("views", List.of(List.of(false, "form")));
        action.put("res_model", MODEL);
        action.put("target", "new");
        action.put("context", context);
        return action;
    }

    private static Object keepCounted(Env env, Model model, List<Long> ids, Arguments args) {
        List<Record> quants = quants(env, ids);
        for (Record quant : quants) {
            env.set(
                    quant,
                    "inventory_diff_quantity",
                    env.number(quant, "inventory_quantity").subtract(env.number(quant, "quantity")));
        }
        Counting.apply(env, quants);
        return null;
    }

    private static Object keepDifference(Env env, Model model, List<Long> ids, Arguments args) {
        List<Record> quants = quants(env, ids);
        for (Record quant : quants) {
            env.set(
                    quant,
                    "inventory_quantity",
                    env.number(quant, "quantity").add(env.number(quant, "inventory_diff_quantity")));
        }
        Counting.apply(env, quants);
        return null;
    }

    private static List<Record> quants(Env env, List<Long> ids) {
        return env.require(MODEL, ids).stream()
                .flatMap(conflict -> env.many(conflict, "quant_ids").stream())
                .toList();
    }
}

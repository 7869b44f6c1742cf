package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The window of a return opens with a line for each move and nothing to return yet, unless the caller brings own lines. */
final class ReturnRules implements Rules {

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        boolean fromPicking = env.context().text("active_model", "").equals("stock.picking");
        if (values.containsKey("picking_id")
                || !fromPicking
                || !(env.context().get("active_id") instanceof Number id)) {
            return;
        }
        if (env.context().get("active_ids") instanceof List<?> ids && ids.size() > 1) {
            throw OdooException.user("You may only return one picking at a time.");
        }
        values.put("picking_id", id.longValue());
    }

    @Override
    public void afterCreate(Env env, Record wizard, Set<String> given) {
        Record picking = env.follow(wizard, "picking_id");
        if (picking == null || given.contains("product_return_moves")) {
            return;
        }
        for (Record move : env.many(picking, "move_ids")) {
            if (!env.text(move, "state").equals("cancel")) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("wizard_id", wizard.id());
                line.put("product_id", env.get(move, "product_id"));
                line.put("move_id", move.id());
                line.put("quantity", BigDecimal.ZERO);
                env.create(ReturnModels.LINE, line);
            }
        }
    }
}

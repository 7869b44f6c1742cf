package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Only goods that are counted have quants; a count is marked as such; the one-step variant is for administrators. */
final class QuantRules implements Rules {

    private static final String AUTO = "inventory_quantity_auto_apply";
    private static final List<String> FIXED = List.of("product_id", "location_id", "owner_id");

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        values.putIfAbsent("inventory_quantity_set", values.containsKey("inventory_quantity"));
    }

    @Override
    public void afterCreate(Env env, Record quant, Set<String> given) {
        if (!Quants.isTracked(env, env.follow(quant, "product_id"))) {
            throw OdooException.validation("Quants cannot be created for consumables or services.");
        }
        Record location = env.follow(quant, "location_id");
        if (env.text(location, "usage").equals("view")) {
            throw OdooException.validation(
                    "You cannot take products from or deliver products to a location of type \"view\" (%s)."
                            .formatted(env.text(location, "name")));
        }
    }

    @Override
    public void beforeWrite(Env env, Record quant, Map<String, Object> values) {
        boolean inventory = env.context().isTrue("inventory_mode");
        if (inventory && !Collections.disjoint(values.keySet(), FIXED)) {
            throw OdooException.user("Quant's editing is restricted, you can't do this operation.");
        }
        if (values.containsKey("inventory_quantity")) {
            values.putIfAbsent("inventory_quantity_set", true);
            values.put(
                    "inventory_diff_quantity",
                    Counting.number(values.get("inventory_quantity")).subtract(env.number(quant, "quantity")));
        }
        if (values.containsKey(AUTO)) {
            if (!env.user().administrator()) {
                throw OdooException.access(
                        "You are not allowed to modify the counted quantity of 'Quants' (stock.quant) records.");
            }
            Object counted = values.remove(AUTO);
            if (inventory) {
                Counting.count(env, quant, Counting.number(counted));
            }
        }
    }
}

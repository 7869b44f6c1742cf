package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code stock.quant}: what lies where. One row per product and location, whoever creates it. */
final class QuantModel {

    private static final String MODEL = "stock.quant";

    private QuantModel() {}

    static Model model() {
        return new Model(MODEL, "Quants")
                .shownAs((env, r) -> env.display(env.follow(r, "location_id")))
                .ruledBy(new QuantRules())
                .with(
                        Field.many2one("product_id", "Product", "product.product")
                                .required()
                                .indexed(),
                        Field.many2one("location_id", "Location", "stock.location")
                                .required(),
                        Field.decimal("quantity", "Quantity"),
                        Field.decimal("reserved_quantity", "Reserved Quantity"),
                        Field.decimal("available_quantity", "Available Quantity")
                                .computed((env, r) ->
                                        env.number(r, "quantity").subtract(env.number(r, "reserved_quantity"))),
                        Field.decimal("inventory_quantity", "Counted Quantity"),
                        Field.flag("inventory_quantity_set", "Inventory Quantity Set"),
                        Field.decimal("inventory_quantity_auto_apply", "Inventoried Quantity")
                                .computed((env, r) -> env.number(r, "quantity")),
                        Field.many2one("company_id", "Company", "res.company").defaultsTo(1))
                .with(
                        Method.onModel("create", QuantModel::create, "vals_list"),
                        Method.onRecords("action_apply_inventory", QuantModel::apply));
    }

    /** An existing quant of the same product and location takes the new count. */
    @SuppressWarnings("unchecked")
    private static Object create(Env env, Model model, List<Long> ids, Arguments args) {
        Object given = args.get("vals_list");
        List<?> all = given instanceof List<?> list ? list : List.of(given);
        List<Long> answer = new ArrayList<>();
        for (Object item : all) {
            Map<String, Object> values = new LinkedHashMap<>((Map<String, Object>) item);
            if (!(values.get("product_id") instanceof Number product)
                    || !(values.get("location_id") instanceof Number location)) {
                answer.add(env.create(MODEL, values).id());
                continue;
            }
            Record known = Quants.find(env, product.longValue(), location.longValue());
            if (known == null) {
                known = env.create(MODEL, values);
            } else {
                values.keySet().removeAll(List.of("product_id", "location_id"));
                env.write(known, values);
            }
            answer.add(known.id());
        }
        return answer;
    }

    private static Object apply(Env env, Model model, List<Long> ids, Arguments args) {
        for (Record quant : env.require(MODEL, ids)) {
            Quants.count(env, quant, env.number(quant, "inventory_quantity"));
        }
        return null;
    }

    /** A count is marked as such; the one-step variant is for inventory administrators. */
    private static final class QuantRules implements Rules {

        private static final String AUTO = "inventory_quantity_auto_apply";

        @Override
        public void beforeCreate(Env env, Map<String, Object> values) {
            markCounted(values);
        }

        @Override
        public void beforeWrite(Env env, Record quant, Map<String, Object> values) {
            markCounted(values);
            if (values.containsKey(AUTO)) {
                if (!env.user().administrator()) {
                    throw OdooException.access(
                            "You are not allowed to modify the counted quantity of 'Quants' (" + MODEL + ") records.");
                }
                Quants.count(env, quant, new java.math.BigDecimal(String.valueOf(values.remove(AUTO))));
            }
        }

        private static void markCounted(Map<String, Object> values) {
            if (values.containsKey("inventory_quantity")) {
                values.put("inventory_quantity_set", true);
            }
        }
    }
}

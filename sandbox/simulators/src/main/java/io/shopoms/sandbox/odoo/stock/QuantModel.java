package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code stock.quant}: what lies where. In inventory mode a count goes to the row that is there already. */
final class QuantModel {

    static final String MODEL = "stock.quant";

    private static final String COUNTED = "inventory_quantity";
    private static final String AUTO = "inventory_quantity_auto_apply";
    private static final Set<String> OF_A_COUNT = Set.of(
            "product_id",
            "owner_id",
            COUNTED,
            AUTO,
            "inventory_diff_quantity",
            "inventory_date",
            "user_id",
            "inventory_quantity_set",
            "is_outdated",
            "location_id");

    private QuantModel() {}

    static Model model() {
        return new Model(MODEL, "Quants")
                .shownAs((env, r) -> env.display(env.follow(r, "location_id")))
                .ruledBy(new QuantRules())
                .with(
                        Field.many2one("product_id", "Product", "product.product")
                                .required()
                                .indexed(),
                        Field.many2one("product_uom_id", "Unit", "uom.uom")
                                .computed((env, r) -> env.get(env.follow(r, "product_id"), "uom_id")),
                        Field.many2one("location_id", "Location", LocationModel.MODEL)
                                .required(),
                        Field.many2one("warehouse_id", "Warehouse", "stock.warehouse")
                                .computed((env, r) -> env.get(env.follow(r, "location_id"), "warehouse_id")),
                        Field.many2one("owner_id", "Owner", "res.partner"),
                        Field.decimal("quantity", "Quantity").digits(2),
                        Field.decimal("reserved_quantity", "Reserved Quantity").digits(2),
                        Field.decimal("available_quantity", "Available Quantity")
                                .computed((env, r) ->
                                        env.number(r, "quantity").subtract(env.number(r, "reserved_quantity"))),
                        Field.datetime("in_date", "Incoming Date").defaultsTo(env -> env.now()),
                        Field.decimal(COUNTED, "Counted").digits(2),
                        Field.decimal("inventory_diff_quantity", "Difference").digits(2),
                        Field.flag("inventory_quantity_set", "Inventory Quantity Set"),
                        Field.of(Type.DATE, "inventory_date", "Scheduled"),
                        Field.flag("is_outdated", "Quantity has been moved since last count")
                                .computed(Counting::isOutdated),
                        Field.decimal(AUTO, "Inventoried Quantity").computed((env, r) -> env.number(r, "quantity")),
                        Field.many2one("user_id", "Assigned To", "res.users"),
                        Field.many2one("company_id", "Company", "res.company").defaultsTo(1))
                .with(
                        Method.onModel("create", QuantModel::create, "vals_list"),
                        Method.onRecords("action_apply_inventory", Counting::apply, "date?"),
                        Method.onRecords("action_clear_inventory_quantity", Counting::clear),
                        Method.onModel("action_view_inventory", Tidying::physicalInventory));
    }

    private static Object create(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(MODEL, "create");
        Object given = args.get("vals_list");
        List<Long> answer = new ArrayList<>();
        for (Object item : given instanceof List<?> list ? list : List.of(given)) {
            if (!(item instanceof Map<?, ?> map)) {
                throw OdooException.type("vals_list must hold dictionaries");
            }
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
            boolean count = values.containsKey(COUNTED) || values.containsKey(AUTO);
            Record quant =
                    count && env.context().isTrue("inventory_mode") ? count(env, values) : env.create(MODEL, values);
            answer.add(quant.id());
        }
        return answer;
    }

    private static Record count(Env env, Map<String, Object> values) {
        if (!OF_A_COUNT.containsAll(values.keySet())) {
            throw OdooException.user("Quant's creation is restricted, you can't do this operation.");
        }
        Record product = required(env, values, "product_id", "product.product");
        Record location = required(env, values, "location_id", LocationModel.MODEL);
        boolean auto = values.containsKey(AUTO);
        BigDecimal counted = Counting.number(values.get(auto ? AUTO : COUNTED));
        Record quant = Quants.in(env, product, location);
        if (auto) {
            Counting.count(env, quant, counted);
        } else {
            Object user = values.get("user_id");
            Counting.write(
                    env,
                    quant,
                    counted,
                    user instanceof Number id ? id.longValue() : env.user().id());
        }
        return quant;
    }

    private static Record required(Env env, Map<String, Object> values, String name, String model) {
        if (!(values.get(name) instanceof Number id)) {
            throw OdooException.python("KeyError", name);
        }
        return env.require(model, id.longValue());
    }
}

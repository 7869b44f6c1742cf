package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Fills in a new line. A column that is absent means the product's own value; an empty one means none. */
final class LineDefaults {

    private LineDefaults() {}

    static void apply(Env env, Record order, Map<String, Object> values) {
        if (isSet(values.get("display_type"))) {
            note(env, values);
        } else {
            goods(env, order, values);
        }
        if (!isSet(values.get("name"))) {
            throw OdooException.constraint("Missing required value for the field 'Order Reference' (name).\n"
                    + "Model: Unknown\n- create/update: a mandatory field is not set\n"
                    + "- delete: another model requires the record being deleted, you can archive it instead\n");
        }
    }

    private static void note(Env env, Map<String, Object> values) {
        if (isSet(values.get("product_id")) || isNumber(values.get("price_unit"))) {
            throw OdooException.constraint("new row for relation \"sale_order_line\" violates check constraint"
                    + " \"sale_order_line_non_accountable_null_fields\"\nDETAIL:  Failing row contains ("
                    + values.get("name") + ", "
                    + values.get("price_unit") + ").\n");
        }
        values.put("product_uom_qty", 0L);
        values.put(LineNames.unit(lines(env)), null);
    }

    private static void goods(Env env, Record order, Map<String, Object> values) {
        if (values.containsKey("technical_price_unit") && !values.containsKey("price_unit")) {
            values.remove("technical_price_unit");
        }
        if (values.get("product_id") instanceof Number id) {
            Record product = env.require("product.product", id.longValue());
            values.computeIfAbsent("name", key -> env.display(product));
            values.computeIfAbsent("price_unit", key -> LinePrices.list(env, order, product));
            values.computeIfAbsent(LineNames.taxes(lines(env)), key -> List.of(List.of(6L, 0L, taxes(env, product))));
            values.putIfAbsent(LineNames.unit(lines(env)), env.get(product, "uom_id"));
        }
        values.putIfAbsent("technical_price_unit", values.get("price_unit"));
    }

    private static Model lines(Env env) {
        return env.model("sale.order.line");
    }

    static List<Long> taxes(Env env, Record product) {
        return product == null ? List.of() : env.ids(product, "taxes_id");
    }

    private static boolean isSet(Object value) {
        return value != null && !Boolean.FALSE.equals(value) && !"".equals(value);
    }

    private static boolean isNumber(Object value) {
        return isSet(value) && new BigDecimal(value.toString()).signum() != 0;
    }
}

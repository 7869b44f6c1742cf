package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.stock.Deliveries;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The few changes of a line that Odoo refuses. */
final class LineProtection {

    private static final List<String> LOCKED =
            List.of("product_id", "name", "price_unit", "product_uom_qty", "discount");

    private LineProtection() {}

    static void check(Env env, Record line, Map<String, Object> values) {
        Record order = env.follow(line, "order_id");
        if (values.containsKey("display_type")
                && !Objects.equals(blank(values.get("display_type")), blank(env.get(line, "display_type")))) {
            throw OdooException.user("You cannot change the type of a sale order line. Instead you should delete the"
                    + " current line and create a new line of the proper type.");
        }
        if (env.flag(order, "locked")) {
            refuseLocked(line, values);
        }
        if (!env.text(order, "state").equals("sale")) {
            return;
        }
        if (values.get("product_id") instanceof Number product
                && !Long.valueOf(product.longValue()).equals(env.get(line, "product_id"))) {
            throw OdooException.user("You cannot modify the product of this order line.");
        }
        if (values.get("product_uom_qty") instanceof Number quantity) {
            checkQuantity(env, line, new BigDecimal(quantity.toString()));
        }
    }

    private static void refuseLocked(Record line, Map<String, Object> values) {
        List<String> refused = Stream.concat(LOCKED.stream(), Stream.of(LineNames.unit(line), LineNames.taxes(line)))
                .filter(values::containsKey)
                .toList();
        if (!refused.isEmpty()) {
            throw OdooException.user("It is forbidden to modify the following fields in a locked order:\n"
                    + refused.stream().map(f -> line.model().field(f).label()).collect(Collectors.joining("\n")));
        }
    }

    private static void checkQuantity(Env env, Record line, BigDecimal quantity) {
        boolean less = quantity.compareTo(env.number(line, "product_uom_qty")) < 0;
        if (less && quantity.compareTo(Deliveries.delivered(env, line)) < 0) {
            throw OdooException.user("The ordered quantity of a sale order line cannot be decreased below the amount"
                    + " already delivered. Instead, create a return in your inventory.");
        }
    }

    private static Object blank(Object value) {
        return value == null || Boolean.FALSE.equals(value) || "".equals(value) ? null : value;
    }
}

package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import io.shopoms.sandbox.odoo.stock.Deliveries;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a line gets when nothing is said, what it takes along when it is changed, and what a confirmed order forbids. */
final class LineRules implements Rules {

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        if (!(values.get("order_id") instanceof Number id)) {
            throw OdooException.value("Expected singleton: sale.order()");
        }
        Record order = env.require("sale.order", id.longValue());
        LineDefaults.apply(env, order, values);
    }

    @Override
    public void afterCreate(Env env, Record line, Set<String> given) {
        Record order = env.follow(line, "order_id");
        OrderTotals.later(env, order);
        planLater(env, order, line);
    }

    @Override
    public void beforeWrite(Env env, Record line, Map<String, Object> values) {
        LineProtection.check(env, line, values);
        if (values.containsKey("technical_price_unit") && !values.containsKey("price_unit")) {
            values.remove("technical_price_unit");
        }
    }

    @Override
    public void afterWrite(Env env, Record line, Map<String, Object> before) {
        Record order = env.follow(line, "order_id");
        if (before.containsKey("product_uom_qty") && !before.containsKey("price_unit")) {
            LinePrices.resetUnlessTyped(env, line);
        }
        if (before.containsKey("order_id") && !Long.valueOf(order.id()).equals(before.get("order_id"))) {
            moved(env, line, (Long) before.get("order_id"));
        }
        OrderTotals.later(env, order);
        if (before.containsKey("product_uom_qty")) {
            planLater(env, order, line);
        }
    }

    /** A line that changes its order gets the product's own taxes, whatever it was given. */
    private static void moved(Env env, Record line, Long from) {
        env.later(List.of("taxes", line.id()), () -> {
            env.set(line, LineNames.taxes(line), LineDefaults.taxes(env, env.follow(line, "product_id")));
            OrderTotals.later(env, env.follow(line, "order_id"));
        });
        Record left = env.find("sale.order", from);
        if (left != null) {
            OrderTotals.later(env, left);
        }
    }

    private static void planLater(Env env, Record order, Record line) {
        // A line that is added to a locked order is not delivered.
        if (env.text(order, "state").equals("sale") && !env.flag(order, "locked")) {
            env.later(List.of("plan", line.id()), () -> {
                if (env.find("sale.order.line", line.id()) != null) {
                    Deliveries.plan(env, order, List.of(line));
                }
            });
        }
    }

    @Override
    public void beforeUnlink(Env env, Record line) {
        Record order = env.follow(line, "order_id");
        if (env.text(order, "state").equals("sale")
                && env.text(line, "display_type").isEmpty()) {
            throw OdooException.user(
                    "Once a sales order is confirmed, you can't remove one of its lines (we need to track"
                            + " if something gets invoiced or delivered).\nSet the quantity to 0 instead.");
        }
        OrderTotals.later(env, order);
    }
}

package io.shopoms.sandbox.odoo;

import io.shopoms.sandbox.odoo.orm.Calls;
import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** A warehouse person's way through a return: what comes back, and that it has arrived. */
final class TakingBack {

    private static final String WIZARD = "stock.return.picking";

    private TakingBack() {}

    /** @param quantities by SKU; empty for all that was moved and has not come back */
    static Record takeBack(Env env, long id, Map<String, BigDecimal> quantities) {
        Record picking = env.find("stock.picking", id);
        if (picking == null) {
            throw new NoSuchElementException("no picking " + id);
        }
        if (!env.text(picking, "state").equals("done")) {
            throw new IllegalArgumentException(env.text(picking, "name") + " is not done");
        }
        try {
            Context context = new Context(Map.of("active_model", "stock.picking", "active_id", id));
            Object created = Calls.named(env.with(context), WIZARD, "create", Map.of("vals_list", Map.of()));
            Record wizard = env.require(WIZARD, (Long) ((List<?>) created).get(0));
            choose(env, picking, wizard, quantities);
            String button = quantities.isEmpty() ? "action_create_returns_all" : "action_create_returns";
            Object action = press(env, WIZARD, button, wizard.id());
            long back = ((Number) ((Map<?, ?>) action).get("res_id")).longValue();
            press(env, "stock.picking", "button_validate", back);
            return env.require("stock.picking", back);
        } catch (OdooException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void choose(Env env, Record picking, Record wizard, Map<String, BigDecimal> quantities) {
        Map<String, BigDecimal> left = new LinkedHashMap<>(quantities);
        for (Record line : env.many(wizard, "product_return_moves")) {
            BigDecimal quantity = left.remove(env.text(env.follow(line, "product_id"), "default_code"));
            if (quantity != null) {
                env.write(line, Map.of("quantity", quantity));
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("not in " + env.text(picking, "name") + ": " + left.keySet());
        }
    }

    private static Object press(Env env, String model, String button, long id) {
        return Calls.named(env, model, button, Map.of("ids", List.of(id)));
    }
}

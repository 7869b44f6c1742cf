package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.Map;

/** The moves of a transfer go to the transfer's address. */
final class PickingRules implements Rules {

    @Override
    public void afterWrite(Env env, Record picking, Map<String, Object> before) {
        if (before.containsKey("partner_id")) {
            env.many(picking, "move_ids").forEach(move -> env.set(move, "partner_id", env.get(picking, "partner_id")));
        }
    }
}

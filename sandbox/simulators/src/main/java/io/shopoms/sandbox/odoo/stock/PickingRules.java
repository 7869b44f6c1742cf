package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.Map;

/** A transfer is numbered by its type; its moves go to its address. */
final class PickingRules implements Rules {

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        if (values.get("picking_type_id") instanceof Number id) {
            Record type = env.require("stock.picking.type", id.longValue());
            values.computeIfAbsent("name", key -> name(env, type));
        }
    }

    private static String name(Env env, Record type) {
        String warehouse = env.text(env.follow(type, "warehouse_id"), "code");
        String prefix = warehouse + "/" + env.text(type, "sequence_code");
        return "%s/%05d".formatted(prefix, env.next(prefix));
    }

    @Override
    public void beforeWrite(Env env, Record picking, Map<String, Object> values) {
        if (values.containsKey("picking_type_id") && !Reservation.isOpen(env, picking)) {
            throw OdooException.user("Changing the operation type of this record is forbidden at this point.");
        }
    }

    @Override
    public void afterWrite(Env env, Record picking, Map<String, Object> before) {
        if (before.containsKey("partner_id")) {
            env.many(picking, "move_ids").forEach(move -> env.set(move, "partner_id", env.get(picking, "partner_id")));
        }
    }
}

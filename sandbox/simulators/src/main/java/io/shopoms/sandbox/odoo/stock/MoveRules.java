package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A typed quantity changes the reservation, and with it the states. */
final class MoveRules implements Rules {

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        if (values.get("picking_id") instanceof Number id) {
            Record picking = env.require("stock.picking", id.longValue());
            for (String field : List.of("location_id", "location_dest_id")) {
                values.computeIfAbsent(field, key -> env.get(picking, key));
            }
        }
    }

    /** A transfer belongs to the order whose lines it moves. */
    @Override
    public void afterCreate(Env env, Record move, Set<String> given) {
        Record picking = env.follow(move, "picking_id");
        Record line = env.follow(move, "sale_line_id");
        if (picking != null && line != null && env.get(picking, "sale_id") == null) {
            env.set(picking, "sale_id", env.get(line, "order_id"));
        }
    }

    @Override
    public void beforeWrite(Env env, Record move, Map<String, Object> values) {
        Object typed = values.get("quantity");
        if (typed instanceof Number && Reservation.isOpen(env, move)) {
            values.remove("quantity");
            Reservation.setQuantity(
                    env, move, new BigDecimal(typed.toString()).setScale(2, java.math.RoundingMode.HALF_UP));
        }
    }

    @Override
    public void afterWrite(Env env, Record move, Map<String, Object> before) {
        Record picking = env.follow(move, "picking_id");
        if (picking != null && Reservation.isOpen(env, picking)) {
            Reservation.settle(env, picking);
        }
    }
}

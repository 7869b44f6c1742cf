package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.math.BigDecimal;
import java.util.Map;

/** A typed quantity changes the reservation, and with it the states. */
final class MoveRules implements Rules {

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

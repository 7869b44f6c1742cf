package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** A typed quantity reserves more or less; on a done line it moves goods after the fact. */
final class MoveLineRules implements Rules {

    @Override
    public void beforeWrite(Env env, Record line, Map<String, Object> values) {
        Object typed = values.get("quantity");
        if (!(typed instanceof Number)) {
            return;
        }
        values.remove("quantity");
        BigDecimal quantity = new BigDecimal(typed.toString()).setScale(2, RoundingMode.HALF_UP);
        if (quantity.signum() < 0) {
            throw OdooException.user("Reserving a negative quantity is not allowed.");
        }
        Record move = env.follow(line, "move_id");
        if (Reservation.isOpen(env, move)) {
            MoveLines.set(env, line, quantity);
            Reservation.settleMove(env, move);
        } else {
            Completion.correct(env, line, quantity);
            Completion.requireReserved(env, line);
        }
    }
}

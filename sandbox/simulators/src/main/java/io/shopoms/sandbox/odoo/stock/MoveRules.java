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
        if (values.get("product_uom") == null && values.get("product_id") instanceof Number id) {
            values.put("product_uom", env.get(env.require("product.product", id.longValue()), "uom_id"));
        }
        if (values.get("picking_id") instanceof Number id) {
            Record picking = env.require("stock.picking", id.longValue());
            for (String field : List.of("location_id", "location_dest_id")) {
                values.computeIfAbsent(field, key -> env.get(picking, key));
            }
        }
    }

    /** A transfer belongs to the order whose lines it moves. A quantity that comes with a move is reserved. */
    @Override
    public void afterCreate(Env env, Record move, Set<String> given) {
        BigDecimal quantity = env.number(move, "quantity");
        if (given.contains("quantity") && quantity.signum() > 0) {
            env.set(move, "quantity", BigDecimal.ZERO);
            Reservation.setQuantity(env, move, quantity);
        }
        Record picking = env.follow(move, "picking_id");
        Record line = env.follow(move, "sale_line_id");
        if (picking != null && line != null && env.get(picking, "sale_id") == null) {
            env.set(picking, "sale_id", env.get(line, "order_id"));
        }
    }

    @Override
    public void beforeWrite(Env env, Record move, Map<String, Object> values) {
        Object typed = values.get("quantity");
        if (!(typed instanceof Number)) {
            return;
        }
        values.remove("quantity");
        BigDecimal quantity = new BigDecimal(typed.toString()).setScale(2, java.math.RoundingMode.HALF_UP);
        if (Reservation.isOpen(env, move)) {
            Reservation.setQuantity(env, move, quantity);
        } else {
            List<Record> lines = MoveLines.of(env, move);
            Record last = lines.get(lines.size() - 1);
            BigDecimal change = quantity.subtract(env.number(move, "quantity"));
            Completion.correct(env, last, env.number(last, "quantity").add(change));
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

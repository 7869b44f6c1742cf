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

/** A warehouse person's way through a delivery: quantities, carrier, tracking, validate. */
final class Shipping {

    private Shipping() {}

    static Record ship(Env env, long id, Shipment shipment) {
        Record picking = env.find("stock.picking", id);
        if (picking == null) {
            throw new NoSuchElementException("no picking " + id);
        }
        if (env.text(picking, "state").equals("done")) {
            throw new IllegalArgumentException(env.text(picking, "name") + " is done already");
        }
        Map<String, BigDecimal> left = new LinkedHashMap<>(shipment.quantities());
        for (Record move : env.many(picking, "move_ids")) {
            BigDecimal quantity = left.remove(env.text(env.follow(move, "product_id"), "default_code"));
            if (quantity != null) {
                env.write(move, Map.of("quantity", quantity, "picked", quantity.signum() > 0));
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("not in " + env.text(picking, "name") + ": " + left.keySet());
        }
        env.write(picking, header(env, shipment));
        try {
            Calls.named(
                    env.with(new Context(Map.of("skip_backorder", true))),
                    "stock.picking",
                    "button_validate",
                    Map.of("ids", List.of(id)));
        } catch (OdooException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return picking;
    }

    private static Map<String, Object> header(Env env, Shipment shipment) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!shipment.tracking().isEmpty()) {
            values.put("carrier_tracking_ref", shipment.tracking());
        }
        if (!shipment.carrier().isEmpty()) {
            List<Record> known =
                    env.search("delivery.carrier", List.of(List.of("name", "=", shipment.carrier())), "id");
            Record carrier =
                    known.isEmpty() ? env.create("delivery.carrier", Map.of("name", shipment.carrier())) : known.get(0);
            values.put("carrier_id", carrier.id());
        }
        return values;
    }
}

package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Changes to what lies where. */
public final class Quants {

    private Quants() {}

    /** The quant, or null. */
    static Record find(Env env, long product, long location) {
        return env.by("stock.quant", "product_id", product).stream()
                .filter(quant -> env.get(quant, "location_id").equals(location))
                .findFirst()
                .orElse(null);
    }

    /** Only stored goods are counted; services and goods without tracking are not. */
    static boolean isTracked(Env env, Record product) {
        return env.flag(product, "is_storable");
    }

    static BigDecimal available(Env env, Record product, Record location) {
        Record quant = find(env, product.id(), location.id());
        return quant == null
                ? BigDecimal.ZERO
                : env.number(quant, "available_quantity").max(BigDecimal.ZERO);
    }

    static void add(Env env, Record product, Record location, BigDecimal quantity) {
        change(env, product, location, "quantity", quantity);
    }

    static void reserve(Env env, Record product, Record location, BigDecimal quantity) {
        change(env, product, location, "reserved_quantity", quantity);
    }

    private static void change(Env env, Record product, Record location, String field, BigDecimal delta) {
        if (delta.signum() == 0 || !isTracked(env, product)) {
            return;
        }
        Record quant = find(env, product.id(), location.id());
        if (quant == null) {
            quant = env.create("stock.quant", Map.of("product_id", product.id(), "location_id", location.id()));
        }
        env.set(quant, field, env.number(quant, field).add(delta));
    }

    /** Sets the quantity on hand, and leaves a done move between the place and the inventory loss as its trace. */
    static void count(Env env, Record quant, BigDecimal counted) {
        BigDecimal difference = counted.subtract(env.number(quant, "quantity"));
        env.set(quant, "quantity", counted);
        env.set(quant, "inventory_quantity", BigDecimal.ZERO);
        env.set(quant, "inventory_quantity_set", false);
        if (difference.signum() == 0) {
            return;
        }
        Long place = (Long) env.get(quant, "location_id");
        Long loss = Locations.of(env, "inventory").id();
        boolean gain = difference.signum() > 0;
        Map<String, Object> move = new LinkedHashMap<>();
        move.put("product_id", env.get(quant, "product_id"));
        move.put("product_uom_qty", difference.abs());
        move.put("location_id", gain ? loss : place);
        move.put("location_dest_id", gain ? place : loss);
        move.put("date", env.now());
        Record trace = env.create("stock.move", move);
        env.set(trace, "quantity", difference.abs());
        env.set(trace, "state", "done");
    }

    /** What a person counted in the main stock location of a warehouse. */
    public static void setStock(Env env, Record product, Record location, BigDecimal counted) {
        Record quant = find(env, product.id(), location.id());
        if (quant == null) {
            quant = env.create("stock.quant", Map.of("product_id", product.id(), "location_id", location.id()));
        }
        count(env, quant, counted);
    }
}

package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;

/** Counts as people make them, which are applied at once. */
public final class Stocktaking {

    private Stocktaking() {}

    /** So much lies there. The context's {@code inventory_name} is what the adjustment is called. */
    public static void count(Env env, Record product, Record location, BigDecimal counted) {
        Counting.count(env, Quants.in(env, product, location), counted);
    }

    /** So much more, or less, lies there than is known. */
    public static void adjust(Env env, Record product, Record location, BigDecimal difference) {
        Record quant = Quants.in(env, product, location);
        Counting.count(env, quant, env.number(quant, "quantity").add(difference));
    }

    /** Somebody opens Physical Inventory: empty quants go without a trace. */
    public static void open(Env env) {
        Tidying.tidy(env);
    }
}

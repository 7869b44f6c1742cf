package io.shopoms.sandbox.odoo.view;

import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Moments;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.Map;

/** Makes views of what lies where and of how it came there. */
public final class StockViews {

    private StockViews() {}

    public static StockView quant(Env env, Record quant) {
        return new StockView(
                (Long) env.get(quant, "product_id"),
                Views.sku(env, quant),
                (Long) env.get(quant, "location_id"),
                Views.shown(env, quant, "location_id"),
                env.number(quant, "quantity"),
                env.number(quant, "reserved_quantity"),
                env.number(quant, "available_quantity"),
                Moments.show(env.instant(quant, "write_date")));
    }

    public static LevelView level(Env env, Record product, Record warehouse) {
        Env there = env.with(new Context(Map.of("warehouse_id", warehouse.id())));
        return new LevelView(
                product.id(),
                env.text(product, "default_code"),
                warehouse.id(),
                env.text(warehouse, "code"),
                there.number(product, "qty_available"),
                there.number(product, "free_qty"));
    }

    public static MovementView move(Env env, Record move) {
        return new MovementView(
                move.id(),
                env.text(move, "reference"),
                env.text(move, "origin"),
                env.flag(move, "is_inventory"),
                Views.shown(env, move, "location_id"),
                Views.shown(env, move, "location_dest_id"),
                env.number(move, "quantity"),
                env.text(move, "state"),
                Moments.show(env.instant(move, "write_date")));
    }
}

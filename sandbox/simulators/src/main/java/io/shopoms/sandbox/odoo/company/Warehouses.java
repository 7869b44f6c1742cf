package io.shopoms.sandbox.odoo.company;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.LinkedHashMap;
import java.util.Map;

/** Warehouses with their locations and operation types. */
public final class Warehouses {

    private Warehouses() {}

    static void commonLocations(Env env) {
        location(env, "Vendors", "supplier", null);
        location(env, "Customers", "customer", null);
        location(env, "Inventory adjustment", "inventory", null);
    }

    /** @param code short name, such as WH: the first part of its transfers' names */
    public static Record create(Env env, String code, String name) {
        return env.create("stock.warehouse", Map.of("code", code, "name", name));
    }

    /** What a new warehouse brings with it. */
    public static void furnish(Env env, Record warehouse) {
        Record view = location(env, env.text(warehouse, "code"), "view", null);
        Record stock = location(env, "Stock", "internal", view.id());
        Record receipts = type(env, warehouse, "Receipts", "incoming", "IN");
        Record deliveries = type(env, warehouse, "Delivery Orders", "outgoing", "OUT");
        Record internal = type(env, warehouse, "Internal Transfers", "internal", "INT");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("view_location_id", view.id());
        values.put("lot_stock_id", stock.id());
        values.put("in_type_id", receipts.id());
        values.put("out_type_id", deliveries.id());
        values.put("int_type_id", internal.id());
        env.write(warehouse, values);
        env.write(receipts, Map.of("default_location_dest_id", stock.id(), "return_picking_type_id", deliveries.id()));
        env.write(deliveries, Map.of("default_location_src_id", stock.id(), "return_picking_type_id", receipts.id()));
        env.write(internal, Map.of("default_location_src_id", stock.id(), "default_location_dest_id", stock.id()));
    }

    private static Record location(Env env, String name, String usage, Long parent) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("usage", usage);
        values.put("location_id", parent);
        return env.create("stock.location", values);
    }

    private static Record type(Env env, Record warehouse, String name, String code, String prefix) {
        return env.create(
                "stock.picking.type",
                Map.of("name", name, "code", code, "sequence_code", prefix, "warehouse_id", warehouse.id()));
    }
}

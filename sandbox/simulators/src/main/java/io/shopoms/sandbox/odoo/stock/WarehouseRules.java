package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.company.Warehouses;
import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A new warehouse brings its places; it is archived with its places and its kinds of transfers, once it is empty and nothing in it is planned. */
final class WarehouseRules implements Rules {

    @Override
    public void afterCreate(Env env, Record warehouse, Set<String> given) {
        Warehouses.furnish(env, warehouse);
    }

    @Override
    public void beforeWrite(Env env, Record warehouse, Map<String, Object> values) {
        if (!Boolean.FALSE.equals(values.get("active")) || !env.flag(warehouse, "active")) {
            return;
        }
        String planned = env.all("stock.move").stream()
                .filter(move -> Reservation.isOpen(env, move))
                .map(move -> env.follow(move, "picking_type_id"))
                .filter(type -> type != null && warehouse.equals(env.follow(type, "warehouse_id")))
                .map(type -> "'" + env.text(type, "name") + "'")
                .distinct()
                .collect(Collectors.joining(", ", "[", "]"));
        if (!planned.equals("[]")) {
            throw OdooException.user("You still have ongoing operations for operation types %s in warehouse %s"
                    .formatted(planned, env.text(warehouse, "name")));
        }
        LocationRules.requireEmpty(env, env.follow(warehouse, "view_location_id"));
    }

    @Override
    public void afterWrite(Env env, Record warehouse, Map<String, Object> before) {
        if (!before.containsKey("active")) {
            return;
        }
        boolean active = env.flag(warehouse, "active");
        Env everything = env.with(new Context(Map.of("active_test", false)));
        long view = (Long) env.get(warehouse, "view_location_id");
        everything
                .search(LocationModel.MODEL, List.of(List.of("id", "child_of", view)), "id")
                .forEach(location -> env.set(location, "active", active));
        everything
                .search("stock.picking.type", List.of(List.of("warehouse_id", "=", warehouse.id())), "id")
                .forEach(type -> env.set(type, "active", active));
    }
}

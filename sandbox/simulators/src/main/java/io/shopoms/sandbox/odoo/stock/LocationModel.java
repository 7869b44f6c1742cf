package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import java.util.List;

/** {@code stock.location}: the places, in a tree whose upper part are the warehouses. */
final class LocationModel {

    static final String MODEL = "stock.location";

    private LocationModel() {}

    static Model model() {
        return new Model(MODEL, "Inventory Locations")
                .orderedBy("complete_name, id")
                .searchedByName("complete_name")
                .ruledBy(new LocationRules())
                .shownAs((env, r) -> env.text(r, "complete_name"))
                .with(
                        Field.text("name", "Location Name").required(),
                        Field.text("complete_name", "Full Location Name").computed(LocationModel::name),
                        Field.text("parent_path", "Parent Path").computed(LocationModel::path),
                        Field.many2one("location_id", "Parent Location", MODEL),
                        Field.many2one("warehouse_id", "Warehouse", "stock.warehouse")
                                .computed(LocationModel::warehouse),
                        Field.selection(
                                        "usage",
                                        "Location Type",
                                        "supplier",
                                        "Vendor",
                                        "view",
                                        "Virtual",
                                        "internal",
                                        "Internal",
                                        "customer",
                                        "Customer",
                                        "inventory",
                                        "Inventory Loss",
                                        "production",
                                        "Production",
                                        "transit",
                                        "Transit")
                                .defaultsTo("internal"),
                        Field.of(Type.DATE, "last_inventory_date", "Last Inventory"),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.many2one("company_id", "Company", "res.company"));
    }

    private static String name(Env env, Record location) {
        Record parent = env.follow(location, "location_id");
        String name = env.text(location, "name");
        return parent == null ? name : name(env, parent) + "/" + name;
    }

    private static String path(Env env, Record location) {
        Record parent = env.follow(location, "location_id");
        return (parent == null ? "" : path(env, parent)) + location.id() + "/";
    }

    /** Archived warehouses keep their locations. */
    private static Long warehouse(Env env, Record location) {
        List<Record> warehouses = env.all("stock.warehouse");
        return warehouses.stream()
                .filter(warehouse -> env.get(warehouse, "view_location_id") instanceof Long view
                        && Locations.isBelow(env, location, view))
                .map(Record::id)
                .findFirst()
                .orElse(null);
    }
}

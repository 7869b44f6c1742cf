package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import java.util.ArrayList;
import java.util.List;

/** The places where goods lie, and who carries them. */
public final class StockModels {

    private StockModels() {}

    public static List<Model> all() {
        List<Model> models = new ArrayList<>(List.of(
                location(),
                warehouse(),
                pickingType(),
                carrier(),
                PickingModel.model(),
                MoveModel.model(),
                QuantModel.model()));
        models.addAll(ReturnModels.all());
        return models;
    }

    private static Model location() {
        return new Model("stock.location", "Inventory Locations")
                .orderedBy("complete_name, id")
                .shownAs((env, r) -> env.text(r, "complete_name"))
                .with(
                        Field.text("name", "Location Name").required(),
                        Field.text("complete_name", "Full Location Name").computed(StockModels::path),
                        Field.many2one("location_id", "Parent Location", "stock.location"),
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
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.many2one("company_id", "Company", "res.company"));
    }

    private static String path(Env env, Record location) {
        Record parent = env.follow(location, "location_id");
        String name = env.text(location, "name");
        return parent == null ? name : path(env, parent) + "/" + name;
    }

    private static Model warehouse() {
        return new Model("stock.warehouse", "Warehouse")
                .with(
                        Field.text("name", "Warehouse").required(),
                        Field.text("code", "Short Name").required(),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.many2one("company_id", "Company", "res.company").defaultsTo(1),
                        Field.many2one("view_location_id", "View Location", "stock.location"),
                        Field.many2one("lot_stock_id", "Location Stock", "stock.location"),
                        Field.many2one("out_type_id", "Out Type", "stock.picking.type"),
                        Field.many2one("in_type_id", "In Type", "stock.picking.type"));
    }

    private static Model pickingType() {
        return new Model("stock.picking.type", "Picking Type")
                .shownAs((env, r) -> env.display(env.follow(r, "warehouse_id")) + ": " + env.text(r, "name"))
                .with(
                        Field.text("name", "Operation Type").required(),
                        Field.selection(
                                "code",
                                "Type of Operation",
                                "incoming",
                                "Receipt",
                                "outgoing",
                                "Delivery",
                                "internal",
                                "Internal Transfer"),
                        Field.text("sequence_code", "Sequence Prefix"),
                        Field.many2one("warehouse_id", "Warehouse", "stock.warehouse"),
                        Field.many2one("return_picking_type_id", "Operation Type for Returns", "stock.picking.type"),
                        Field.many2one("default_location_src_id", "Source Location", "stock.location"),
                        Field.many2one("default_location_dest_id", "Destination Location", "stock.location"),
                        Field.flag("active", "Active").defaultsTo(true));
    }

    private static Model carrier() {
        return new Model("delivery.carrier", "Shipping Methods")
                .with(
                        Field.text("name", "Delivery Method").required(),
                        Field.selection(
                                        "delivery_type",
                                        "Provider",
                                        "fixed",
                                        "Fixed Price",
                                        "base_on_rule",
                                        "Based on Rules")
                                .defaultsTo("fixed"),
                        Field.of(Type.FLOAT, "fixed_price", "Fixed Price"),
                        Field.many2one("product_id", "Delivery Product", "product.product"),
                        Field.flag("active", "Active").defaultsTo(true));
    }
}

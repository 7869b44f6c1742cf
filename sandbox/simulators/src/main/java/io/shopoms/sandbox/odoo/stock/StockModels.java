package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Type;
import java.util.ArrayList;
import java.util.List;

/** The places where goods lie, and who carries them. */
public final class StockModels {

    private StockModels() {}

    public static List<Model> all() {
        List<Model> models = new ArrayList<>(List.of(
                LocationModel.model(),
                warehouse(),
                pickingType(),
                carrier(),
                PickingModel.model(),
                MoveModel.model(),
                MoveLineModel.model(),
                QuantModel.model(),
                ConflictModel.model(),
                ScrapModel.model()));
        models.addAll(ReturnModels.all());
        return models;
    }

    private static Model warehouse() {
        return new Model("stock.warehouse", "Warehouse")
                .ruledBy(new WarehouseRules())
                .with(
                        Field.text("name", "Warehouse").required(),
                        Field.text("code", "Short Name").required(),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.many2one("company_id", "Company", "res.company").defaultsTo(1),
                        Field.many2one("view_location_id", "View Location", "stock.location"),
                        Field.many2one("lot_stock_id", "Location Stock", "stock.location"),
                        Field.many2one("out_type_id", "Out Type", "stock.picking.type"),
                        Field.many2one("in_type_id", "In Type", "stock.picking.type"),
                        Field.many2one("int_type_id", "Internal Type", "stock.picking.type"));
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
                        Field.selection(
                                        "reservation_method",
                                        "Reservation Method",
                                        "at_confirm",
                                        "At Confirmation",
                                        "manual",
                                        "Manually",
                                        "by_date",
                                        "Before scheduled date")
                                .required()
                                .defaultsTo("at_confirm"),
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

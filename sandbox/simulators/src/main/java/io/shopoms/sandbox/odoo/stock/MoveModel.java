package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;

/** {@code stock.move}. On an open move {@code quantity} is what is reserved or typed; on a done one what was moved. */
final class MoveModel {

    private MoveModel() {}

    static Model model() {
        return new Model("stock.move", "Stock Move")
                .orderedBy("sequence, id")
                .ruledBy(new MoveRules())
                .shownAs((env, r) ->
                        env.text(r, "reference") + "/" + env.text(env.follow(r, "product_id"), "default_code"))
                .with(
                        Field.many2one("product_id", "Product", "product.product")
                                .required()
                                .indexed(),
                        Field.decimal("product_uom_qty", "Demand").digits(2),
                        Field.decimal("product_qty", "Real Quantity")
                                .computed(
                                        (env, r) -> MoveLines.toProductUnit(env, r, env.number(r, "product_uom_qty"))),
                        Field.decimal("quantity", "Quantity").digits(2),
                        Field.flag("picked", "Picked"),
                        Field.selection(
                                        "state",
                                        "Status",
                                        "draft",
                                        "New",
                                        "waiting",
                                        "Waiting Another Move",
                                        "confirmed",
                                        "Waiting",
                                        "partially_available",
                                        "Partially Available",
                                        "assigned",
                                        "Available",
                                        "done",
                                        "Done",
                                        "cancel",
                                        "Cancelled")
                                .defaultsTo("draft"),
                        Field.many2one("picking_id", "Transfer", "stock.picking"),
                        Field.selection(
                                        "picking_code",
                                        "Type of Operation",
                                        "incoming",
                                        "Receipt",
                                        "outgoing",
                                        "Delivery",
                                        "internal",
                                        "Internal Transfer")
                                .computed((env, r) -> env.get(r, "picking_id") == null
                                        ? null
                                        : env.get(env.follow(r, "picking_id"), "picking_type_code")),
                        Field.many2one("sale_line_id", "Sale Line", "sale.order.line")
                                .indexed(),
                        Field.many2one("location_id", "Source Location", "stock.location")
                                .required(),
                        Field.many2one("location_dest_id", "Destination Location", "stock.location")
                                .required(),
                        Field.many2one("origin_returned_move_id", "Origin return move", "stock.move")
                                .indexed(),
                        Field.flag("to_refund", "Update quantities on SO/PO"),
                        Field.many2one("partner_id", "Destination Address", "res.partner"),
                        Field.many2one("product_uom", "Unit", "uom.uom"),
                        Field.integer("sequence", "Sequence").defaultsTo(10),
                        Field.text("origin", "Source Document"),
                        Field.text("reference", "Reference").computed(MoveModel::reference),
                        Field.flag("is_inventory", "Inventory"),
                        Field.text("inventory_name", "Inventory Name"),
                        Field.many2one("scrap_id", "Scrap operation", "stock.scrap")
                                .indexed(),
                        Field.one2many("move_line_ids", "Move Lines", MoveLineModel.MODEL, "move_id"),
                        Field.many2one("picking_type_id", "Operation Type", "stock.picking.type")
                                .computed((env, r) -> env.get(r, "picking_id") == null
                                        ? null
                                        : env.get(env.follow(r, "picking_id"), "picking_type_id")),
                        usage("location_usage", "Source Location Type", "location_id"),
                        usage("location_dest_usage", "Destination Location Type", "location_dest_id"),
                        Field.datetime("date", "Date Scheduled").defaultsTo(env -> env.now()),
                        Field.datetime("date_deadline", "Deadline"),
                        Field.many2one("company_id", "Company", "res.company").defaultsTo(1));
    }

    private static Field usage(String name, String label, String location) {
        return Field.text(name, label).computed((env, r) -> env.get(env.follow(r, location), "usage"));
    }

    /** An adjustment is known by what its maker called it, everything else by its document. */
    private static String reference(Env env, Record move) {
        if (env.get(move, "scrap_id") != null) {
            return env.text(env.follow(move, "scrap_id"), "name");
        }
        if (env.flag(move, "is_inventory")) {
            String name = env.text(move, "inventory_name");
            String done = env.number(move, "quantity").signum() == 0 ? "Confirmed" : "Updated";
            return !name.isEmpty()
                    ? name
                    : "Product Quantity %s (%s)".formatted(done, env.display(env.follow(move, "create_uid")));
        }
        return env.get(move, "picking_id") == null ? null : env.text(env.follow(move, "picking_id"), "name");
    }
}

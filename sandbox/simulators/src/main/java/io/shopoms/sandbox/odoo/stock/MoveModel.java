package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;

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
                        Field.many2one("product_uom", "Unit", "uom.uom").defaultsTo(1),
                        Field.integer("sequence", "Sequence").defaultsTo(10),
                        Field.text("origin", "Source Document"),
                        Field.text("reference", "Reference")
                                .computed((env, r) -> env.get(r, "picking_id") == null
                                        ? null
                                        : env.text(env.follow(r, "picking_id"), "name")),
                        Field.datetime("date", "Date Scheduled"),
                        Field.datetime("date_deadline", "Deadline"),
                        Field.many2one("company_id", "Company", "res.company").defaultsTo(1));
    }
}

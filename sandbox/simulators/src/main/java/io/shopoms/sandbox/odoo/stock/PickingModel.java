package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Type;

/** {@code stock.picking}. */
final class PickingModel {

    private static final String MODEL = "stock.picking";

    private PickingModel() {}

    static Model model() {
        return new Model(MODEL, "Transfer")
                .orderedBy("priority desc, scheduled_date, id desc")
                .ruledBy(new PickingRules())
                .with(
                        Field.text("name", "Reference").indexed(),
                        Field.selection(
                                        "state",
                                        "Status",
                                        "draft",
                                        "Draft",
                                        "waiting",
                                        "Waiting Another Operation",
                                        "confirmed",
                                        "Waiting",
                                        "assigned",
                                        "Ready",
                                        "done",
                                        "Done",
                                        "cancel",
                                        "Cancelled")
                                .defaultsTo("draft"),
                        Field.selection("priority", "Priority", "0", "Normal", "1", "Urgent")
                                .defaultsTo("0"),
                        Field.selection(
                                        "move_type",
                                        "Shipping Policy",
                                        "direct",
                                        "As soon as possible",
                                        "one",
                                        "When all products are ready")
                                .defaultsTo("direct"),
                        Field.text("origin", "Source Document"),
                        Field.of(Type.HTML, "note", "Notes"),
                        Field.many2one("partner_id", "Contact", "res.partner"),
                        Field.many2one("picking_type_id", "Operation Type", "stock.picking.type")
                                .required(),
                        Field.selection(
                                        "picking_type_code",
                                        "Type of Operation",
                                        "incoming",
                                        "Receipt",
                                        "outgoing",
                                        "Delivery",
                                        "internal",
                                        "Internal Transfer")
                                .computed((env, r) -> env.get(env.follow(r, "picking_type_id"), "code")),
                        Field.many2one("location_id", "Source Location", "stock.location")
                                .required(),
                        Field.many2one("location_dest_id", "Destination Location", "stock.location")
                                .required(),
                        Field.many2one("sale_id", "Sales Order", "sale.order").indexed(),
                        Field.many2one("backorder_id", "Back Order of", MODEL),
                        Field.one2many("backorder_ids", "Back Orders", MODEL, "backorder_id"),
                        Field.many2one("return_id", "Return of", MODEL),
                        Field.one2many("return_ids", "Returns", MODEL, "return_id"),
                        Field.one2many("move_ids", "Stock Moves", "stock.move", "picking_id"),
                        Field.many2one("carrier_id", "Carrier", "delivery.carrier"),
                        Field.text("carrier_tracking_ref", "Tracking Reference"),
                        Field.text("carrier_tracking_url", "Tracking URL").computed((env, r) -> null),
                        Field.decimal("carrier_price", "Shipping Cost"),
                        Field.decimal("weight", "Weight"),
                        Field.datetime("scheduled_date", "Scheduled Date"),
                        Field.datetime("date_deadline", "Deadline"),
                        Field.datetime("date_done", "Date of Transfer"),
                        Field.many2one("user_id", "Responsible", "res.users"),
                        Field.many2one("company_id", "Company", "res.company").defaultsTo(1))
                .with(
                        Method.onRecords("button_validate", Validation::validate),
                        Method.onRecords("action_confirm", Transfers::confirm),
                        Method.onRecords("action_assign", Transfers::assign),
                        Method.onRecords("do_unreserve", Transfers::release),
                        Method.onRecords("action_cancel", Transfers::cancel));
    }
}

package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import io.shopoms.sandbox.odoo.stock.Deliveries;
import java.math.BigDecimal;

/** {@code sale.order.line}. */
public final class LineModel {

    private LineModel() {}

    /** @param version of Odoo, which decides how some fields are called */
    public static Model model(int version) {
        return new Model("sale.order.line", "Sales Order Line")
                .orderedBy("order_id, sequence, id")
                .ruledBy(new LineRules())
                .shownAs(LineModel::shown)
                .with(
                        Field.many2one("order_id", "Order Reference", "sale.order")
                                .required(),
                        Field.integer("sequence", "Sequence").defaultsTo(10),
                        Field.selection(
                                "display_type",
                                "Display Type",
                                "line_section",
                                "Section",
                                "line_subsection",
                                "Subsection",
                                "line_note",
                                "Note"),
                        Field.many2one("product_id", "Product", "product.product")
                                .indexed(),
                        Field.many2one("product_template_id", "Product Template", "product.template")
                                .computed((env, r) -> ofProduct(env, r, "product_tmpl_id")),
                        Field.selection(
                                        "product_type",
                                        "Product Type",
                                        "consu",
                                        "Goods",
                                        "service",
                                        "Service",
                                        "combo",
                                        "Combo")
                                .computed((env, r) -> ofProduct(env, r, "type")),
                        Field.of(Type.TEXT, "name", "Description"),
                        Field.decimal("product_uom_qty", "Quantity").digits(2).defaultsTo(BigDecimal.ONE),
                        Field.many2one(LineNames.unit(version), "Unit", "uom.uom"),
                        Field.decimal("price_unit", "Unit Price"),
                        Field.decimal("technical_price_unit", "Technical Price Unit"),
                        Field.decimal("discount", "Discount (%)").digits(2),
                        Field.many2many(LineNames.taxes(version), "Taxes", "account.tax"),
                        Field.flag("is_delivery", "Is a Delivery"),
                        Field.money("price_subtotal", "Subtotal"),
                        Field.decimal("price_tax", "Total Tax"),
                        Field.money("price_total", "Total"),
                        Field.decimal("qty_delivered", "Delivery Quantity").computed(Deliveries::delivered),
                        Field.many2many("invoice_lines", "Invoice Lines", "account.move.line")
                                .computed((env, r) -> Invoiced.lines(env, r).stream()
                                        .map(Record::id)
                                        .toList()),
                        Field.decimal("qty_invoiced", "Invoiced Quantity").computed(Invoiced::quantity),
                        Field.decimal("qty_invoiced_posted", "Invoiced Quantity (posted)")
                                .computed(Invoiced::postedQuantity),
                        Field.decimal("qty_to_invoice", "Quantity To Invoice").computed(Invoiced::left),
                        Field.money("untaxed_amount_invoiced", "Untaxed Invoiced Amount")
                                .computed(Invoiced::untaxed),
                        Field.money("amount_invoiced", "Invoiced Amount").computed(Invoiced::amount),
                        Field.money("amount_to_invoice", "Amount to invoice").computed(Invoiced::amountLeft),
                        Field.selection("invoice_status", "Invoice Status", OrderStatus.INVOICE_STATUSES)
                                .computed(Invoiced::status),
                        Field.one2many("move_ids", "Stock Moves", "stock.move", "sale_line_id"),
                        Field.many2one("warehouse_id", "Warehouse", "stock.warehouse")
                                .computed((env, r) -> env.get(env.follow(r, "order_id"), "warehouse_id")),
                        Field.many2one("currency_id", "Currency", "res.currency")
                                .computed((env, r) -> env.get(env.follow(r, "order_id"), "currency_id")),
                        Field.many2one("order_partner_id", "Customer", "res.partner")
                                .computed((env, r) -> env.get(env.follow(r, "order_id"), "partner_id")),
                        Field.many2one("company_id", "Company", "res.company").defaultsTo(1),
                        Field.selection(
                                        "state",
                                        "Order Status",
                                        "draft",
                                        "Quotation",
                                        "sent",
                                        "Quotation Sent",
                                        "sale",
                                        "Sales Order",
                                        "cancel",
                                        "Cancelled")
                                .computed((env, r) -> env.get(env.follow(r, "order_id"), "state")));
    }

    private static Object ofProduct(Env env, Record line, String field) {
        Record product = env.follow(line, "product_id");
        return product == null ? null : env.get(product, field);
    }

    private static String shown(Env env, Record line) {
        Record order = env.follow(line, "order_id");
        Record product = env.follow(line, "product_id");
        String what = product == null ? env.text(line, "name") : env.display(product);
        return env.text(order, "name") + " - " + what + " (" + who(env, env.follow(order, "partner_id")) + ")";
    }

    private static String who(Env env, Record partner) {
        String reference = env.text(partner, "ref");
        return reference.isEmpty() ? env.display(partner) : reference;
    }
}

package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Type;

/** {@code sale.order}. */
public final class OrderModel {

    private OrderModel() {}

    public static Model model() {
        return new Model("sale.order", "Sales Order")
                .orderedBy("date_order desc, id desc")
                .ruledBy(new OrderRules())
                .with(identity())
                .with(parties())
                .with(amounts())
                .with(delivery())
                .with(
                        Method.onRecords("action_confirm", OrderMethods::confirm),
                        Method.onRecords("action_cancel", OrderMethods::cancel),
                        Method.onRecords("action_draft", OrderMethods::draft),
                        Method.onRecords("action_lock", OrderMethods::lock),
                        Method.onRecords("action_unlock", OrderMethods::unlock),
                        Method.onRecords(
                                "message_post",
                                OrderMethods::post,
                                "body?",
                                "subject?",
                                "message_type?",
                                "subtype_xmlid?"));
    }

    private static Field[] identity() {
        return new Field[] {
            Field.text("name", "Order Reference").required().indexed(),
            Field.selection(
                            "state",
                            "Status",
                            "draft",
                            "Quotation",
                            "sent",
                            "Quotation Sent",
                            "sale",
                            "Sales Order",
                            "cancel",
                            "Cancelled")
                    .defaultsTo("draft"),
            Field.flag("locked", "Locked"),
            Field.text("client_order_ref", "Customer Reference").indexed(),
            Field.text("origin", "Source Document").indexed(),
            Field.text("reference", "Payment Ref."),
            Field.datetime("date_order", "Order Date").required().defaultsTo(env -> env.now()),
            Field.of(Type.DATE, "validity_date", "Expiration"),
            Field.of(Type.HTML, "note", "Terms and conditions"),
            Field.many2many("tag_ids", "Tags", "crm.tag"),
            Field.flag("require_signature", "Online signature").defaultsTo(true),
            Field.flag("require_payment", "Online payment"),
        };
    }

    private static Field[] parties() {
        return new Field[] {
            Field.many2one("partner_id", "Customer", "res.partner").required().indexed(),
            Field.many2one("partner_invoice_id", "Invoice Address", "res.partner")
                    .required(),
            Field.many2one("partner_shipping_id", "Delivery Address", "res.partner")
                    .required(),
            Field.many2one("user_id", "Salesperson", "res.users")
                    .defaultsTo(env -> env.user().id()),
            Field.many2one("team_id", "Sales Team", "crm.team").defaultsTo(1),
            Field.many2one("company_id", "Company", "res.company").required().defaultsTo(1),
            Field.many2one("fiscal_position_id", "Fiscal Position", "account.fiscal.position"),
            Field.many2one("payment_term_id", "Payment Terms", "account.payment.term"),
        };
    }

    private static Field[] amounts() {
        return new Field[] {
            Field.many2one("pricelist_id", "Pricelist", "product.pricelist"),
            Field.many2one("currency_id", "Currency", "res.currency").ignoredOnCreate(),
            Field.one2many("order_line", "Order Lines", "sale.order.line", "order_id"),
            Field.money("amount_untaxed", "Untaxed Amount"),
            Field.money("amount_tax", "Taxes"),
            Field.money("amount_total", "Total"),
            Field.selection("invoice_status", "Invoice Status", OrderStatus.INVOICE_STATUSES)
                    .computed(Invoiced::statusOfOrder),
            Field.money("amount_invoiced", "Already invoiced")
                    .computed((env, r) -> Invoiced.total(env, r, Invoiced::amount)),
            Field.money("amount_to_invoice", "Un-invoiced Balance")
                    .computed((env, r) -> Invoiced.total(env, r, Invoiced::amountLeft)),
            Field.many2many("invoice_ids", "Invoices", "account.move").computed(Invoiced::documents),
            Field.integer("invoice_count", "Invoice Count")
                    .computed((env, r) -> (long) env.ids(r, "invoice_ids").size()),
        };
    }

    private static Field[] delivery() {
        return new Field[] {
            Field.many2one("warehouse_id", "Warehouse", "stock.warehouse").defaultsTo(1),
            Field.many2one("carrier_id", "Delivery Method", "delivery.carrier"),
            Field.datetime("commitment_date", "Delivery Date"),
            Field.selection(
                            "picking_policy",
                            "Shipping Policy",
                            "direct",
                            "As soon as possible",
                            "one",
                            "When all products are ready")
                    .defaultsTo("direct"),
            Field.one2many("picking_ids", "Transfers", "stock.picking", "sale_id"),
            Field.integer("delivery_count", "Delivery Orders")
                    .computed((env, r) -> (long) env.ids(r, "picking_ids").size()),
            Field.selection(
                            "delivery_status",
                            "Delivery Status",
                            "pending",
                            "Not Delivered",
                            "started",
                            "Started",
                            "partial",
                            "Partially Delivered",
                            "full",
                            "Fully Delivered")
                    .computed(OrderStatus::delivery),
            Field.datetime("effective_date", "Effective Date").computed(OrderStatus::firstShipment),
        };
    }
}

package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code sale.advance.payment.inv}: asks what to invoice. Down payments are not simulated, and refused. */
public final class InvoiceWizard {

    private InvoiceWizard() {}

    public static Model model() {
        return new Model("sale.advance.payment.inv", "Sales Advance Payment Invoice")
                .shownAs((env, r) -> "sale.advance.payment.inv," + r.id())
                .with(
                        Field.selection(
                                        "advance_payment_method",
                                        "Create Invoice",
                                        "delivered",
                                        "Regular invoice",
                                        "percentage",
                                        "Down payment (percentage)",
                                        "fixed",
                                        "Down payment (fixed amount)")
                                .required()
                                .defaultsTo("delivered"),
                        Field.many2many("sale_order_ids", "Sale Orders", "sale.order")
                                .defaultsTo(InvoiceWizard::chosen),
                        Field.flag("deduct_down_payments", "Deduct down payments")
                                .defaultsTo(true),
                        Field.flag("consolidated_billing", "Consolidated Billing")
                                .defaultsTo(true),
                        Field.decimal("amount", "Down Payment"),
                        Field.money("fixed_amount", "Down Payment Amount (Fixed)"))
                .with(Method.onRecords("create_invoices", InvoiceWizard::createInvoices));
    }

    private static Object chosen(Env env) {
        return env.context().get("active_ids") instanceof List<?> ids ? List.of(List.of(6L, 0L, ids)) : null;
    }

    /** Each call makes a new invoice of what is left. Answers the window that shows them. */
    private static Object createInvoices(Env env, Model model, List<Long> ids, Arguments args) {
        if (ids.size() != 1) {
            throw OdooException.value("Expected singleton: " + model.name() + ids);
        }
        Record wizard = env.require(model.name(), ids.get(0));
        if (!env.text(wizard, "advance_payment_method").equals("delivered")) {
            throw OdooException.user("The simulated Odoo makes regular invoices only, no down payments.");
        }
        List<Record> invoices = OrderInvoicing.invoice(
                env,
                env.many(wizard, "sale_order_ids").stream()
                        .sorted(Comparator.comparing(Record::id))
                        .toList(),
                env.flag(wizard, "deduct_down_payments"),
                env.flag(wizard, "consolidated_billing"));
        return window(invoices.stream().map(Record::id).toList());
    }

    private static Map<String, Object> window(List<Long> invoices) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Invoices");
        action.put("type", "ir.actions.act_window");
        action.put("res_model", "account.move");
        action.put("view_mode", "list,form");
        action.put("target", "current");
        action.put("context", Map.of("default_move_type", "out_invoice"));
        if (invoices.size() == 1) {
            action.put("res_id", invoices.get(0));
            action.put("views", List.of(List.of(false, "form")));
        } else {
            action.put("res_id", 0);
            action.put("domain", List.of(List.of("id", "in", invoices)));
        }
        return action;
    }
}

package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import java.util.List;
import java.util.stream.Stream;

/** {@code account.payment} and the ways of paying that a journal offers. */
final class PaymentModel {

    static final String NAME = "account.payment";
    static final String METHOD_LINE = "account.payment.method.line";

    static final String[] DIRECTIONS = {"outbound", "Send", "inbound", "Receive"};

    private PaymentModel() {}

    static Model model() {
        return new Model(NAME, "Payments")
                .orderedBy("date desc, name desc")
                .ruledBy(new PaymentRules())
                .shownAs((env, r) -> env.text(r, "name").isEmpty() ? "Draft Payment" : env.text(r, "name"))
                .with(content())
                .with(bookkeeping())
                .with(
                        Method.onRecords("action_post", PaymentButtons::post),
                        Method.onRecords("action_draft", PaymentButtons::draft),
                        Method.onRecords("action_cancel", PaymentButtons::cancel));
    }

    private static Field[] content() {
        return new Field[] {
            Field.text("name", "Number").indexed(),
            Field.of(Type.DATE, "date", "Date")
                    .required()
                    .defaultsTo(env -> InvoiceModel.today(env).toString()),
            Field.selection(
                            "state",
                            "State",
                            "draft",
                            "Draft",
                            "in_process",
                            "In Process",
                            "paid",
                            "Paid",
                            "canceled",
                            "Canceled",
                            "rejected",
                            "Rejected")
                    .required()
                    .defaultsTo("draft"),
            Field.money("amount", "Amount"),
            Field.selection("payment_type", "Payment Type", DIRECTIONS)
                    .required()
                    .defaultsTo("inbound"),
            Field.selection("partner_type", "Partner Type", "customer", "Customer", "supplier", "Vendor")
                    .required()
                    .defaultsTo("customer"),
            Field.many2one("partner_id", "Customer/Vendor", "res.partner").indexed(),
            Field.text("memo", "Memo").indexed(),
            Field.text("payment_reference", "Payment Reference").indexed(),
            Field.many2one("journal_id", "Journal", "account.journal").required(),
            Field.many2one("currency_id", "Currency", "res.currency"),
            Field.many2one("company_id", "Company", "res.company").defaultsTo(1),
            Field.many2one("payment_method_line_id", "Payment Method", METHOD_LINE),
            Field.many2many("invoice_ids", "Invoices", InvoiceModel.NAME).indexed(),
        };
    }

    private static Field[] bookkeeping() {
        return new Field[] {
            Field.many2one("move_id", "Journal Entry", InvoiceModel.NAME).indexed(),
            Field.many2one("outstanding_account_id", "Outstanding Account", "account.account"),
            Field.many2many("reconciled_invoice_ids", "Reconciled Invoices", InvoiceModel.NAME)
                    .computed(PaymentModel::invoices),
            Field.integer("reconciled_invoices_count", "# Reconciled Invoices").computed((env, r) ->
                    (long) env.ids(r, "reconciled_invoice_ids").size()),
            Field.flag("is_reconciled", "Is Reconciled")
                    .computed((env, r) -> env.get(r, "move_id") != null
                            && InvoiceButtons.receivable(env, env.follow(r, "move_id"))
                                    .isEmpty()),
            Field.flag("is_matched", "Is Matched With a Bank Statement")
                    .computed((env, r) -> env.get(r, "move_id") == null
                            && env.text(r, "state").equals("paid")),
        };
    }

    static Model methodLine() {
        return new Model(METHOD_LINE, "Payment Methods")
                .orderedBy("sequence, id")
                .with(
                        Field.text("name", "Name").required(),
                        Field.integer("sequence", "Sequence").defaultsTo(10),
                        Field.selection("payment_type", "Payment Type", DIRECTIONS)
                                .required(),
                        Field.text("code", "Code").defaultsTo("manual"),
                        Field.many2one("journal_id", "Journal", "account.journal")
                                .indexed(),
                        Field.many2one("payment_account_id", "Outstanding Account", "account.account"));
    }

    /** Those it was set against, and those it is merely linked to. */
    private static Object invoices(Env env, Record payment) {
        Record entry = env.follow(payment, "move_id");
        Stream<Record> settled = entry == null
                ? Stream.of()
                : env.many(entry, "line_ids").stream()
                        .flatMap(line -> Reconciliation.counterparts(env, line).stream())
                        .filter(move -> InvoiceModel.isInvoice(env, move));
        Stream<Record> linked = env.many(payment, "invoice_ids").stream();
        return Stream.concat(linked, settled).map(Record::id).distinct().toList();
    }

    /** The payments that an invoice was set against or is linked to. */
    static List<Record> of(Env env, Record invoice) {
        Stream<Record> linked = env.by(NAME, "invoice_ids", invoice.id()).stream();
        Stream<Record> settled = env.many(invoice, "line_ids").stream()
                .flatMap(line -> Reconciliation.counterparts(env, line).stream())
                .map(move -> env.follow(move, "origin_payment_id"))
                .filter(payment -> payment != null);
        return Stream.concat(linked, settled).distinct().toList();
    }
}

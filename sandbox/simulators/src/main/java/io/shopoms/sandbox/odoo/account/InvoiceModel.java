package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** {@code account.move}: invoices, credit notes, and the entries of payments. */
final class InvoiceModel {

    static final String NAME = "account.move";

    private InvoiceModel() {}

    static Model model() {
        return new Model(NAME, "Journal Entry")
                .orderedBy("date desc, name desc, invoice_date desc, id desc")
                .ruledBy(new InvoiceRules())
                .shownAs(InvoiceModel::shown)
                .with(identity())
                .with(parties())
                .with(lines())
                .with(amounts())
                .with(
                        Method.onRecords("action_post", InvoiceButtons::post),
                        Method.onRecords("button_draft", InvoiceButtons::draft),
                        Method.onRecords("button_cancel", InvoiceButtons::cancel),
                        Method.onRecords("js_assign_outstanding_line", InvoiceButtons::assign, "line_id"));
    }

    private static Field[] identity() {
        return new Field[] {
            Field.text("name", "Number").indexed(),
            Field.selection(
                            "move_type",
                            "Type",
                            "entry",
                            "Journal Entry",
                            "out_invoice",
                            "Customer Invoice",
                            "out_refund",
                            "Customer Credit Note",
                            "in_invoice",
                            "Vendor Bill",
                            "in_refund",
                            "Vendor Credit Note")
                    .required()
                    .defaultsTo("entry"),
            Field.selection("state", "Status", "draft", "Draft", "posted", "Posted", "cancel", "Cancelled")
                    .required()
                    .defaultsTo("draft"),
            Field.text("ref", "Reference").indexed(),
            Field.text("invoice_origin", "Origin").indexed(),
            Field.text("payment_reference", "Payment Reference"),
            Field.of(Type.HTML, "narration", "Terms and Conditions"),
            Field.of(Type.DATE, "date", "Date")
                    .required()
                    .defaultsTo(env -> today(env).toString()),
            Field.of(Type.DATE, "invoice_date", "Invoice/Bill Date"),
            Field.of(Type.DATE, "invoice_date_due", "Due Date"),
            Field.flag("posted_before", "Posted Before"),
            Field.many2one("reversed_entry_id", "Reversal of", NAME),
            Field.one2many("reversal_move_ids", "Reversals", NAME, "reversed_entry_id"),
            Field.many2one("journal_id", "Journal", "account.journal").required(),
            Field.many2one("company_id", "Company", "res.company").defaultsTo(1),
            Field.many2one("origin_payment_id", "Payment", "account.payment").indexed(),
        };
    }

    private static Field[] parties() {
        return new Field[] {
            Field.many2one("partner_id", "Partner", "res.partner").indexed(),
            Field.many2one("partner_shipping_id", "Delivery Address", "res.partner"),
            Field.many2one("invoice_user_id", "Salesperson", "res.users")
                    .defaultsTo(env -> env.user().id()),
            Field.many2one("team_id", "Sales Team", "crm.team"),
            Field.many2one("fiscal_position_id", "Fiscal Position", "account.fiscal.position"),
            Field.many2one("invoice_payment_term_id", "Payment Terms", "account.payment.term"),
        };
    }

    private static Field[] lines() {
        return new Field[] {
            Field.one2many("line_ids", "Journal Items", "account.move.line", "move_id"),
            Field.one2many("invoice_line_ids", "Invoice lines", "account.move.line", "move_id")
                    .where(InvoiceLineModel::isTyped),
        };
    }

    private static Field[] amounts() {
        return new Field[] {
            Field.many2one("currency_id", "Currency", "res.currency").required(),
            Field.money("amount_untaxed", "Untaxed Amount"),
            Field.money("amount_tax", "Tax"),
            Field.money("amount_total", "Total"),
            Field.money("amount_residual", "Amount Due").computed(Reconciliation::residual),
            Field.money("amount_total_signed", "Total Signed").computed((env, r) -> signed(env, r, "balance")),
            Field.money("amount_total_in_currency_signed", "Total in Currency Signed")
                    .computed((env, r) -> signed(env, r, "amount_currency")),
            Field.many2many("matched_payment_ids", "Matched Payments", PaymentModel.NAME)
                    .computed((env, r) -> env.by(PaymentModel.NAME, "invoice_ids", r.id()).stream()
                            .map(Record::id)
                            .toList()),
            Field.many2many("reconciled_payment_ids", "Reconciled Payments", PaymentModel.NAME)
                    .computed((env, r) ->
                            PaymentModel.of(env, r).stream().map(Record::id).toList()),
            Field.selection(
                            "payment_state",
                            "Payment Status",
                            "not_paid",
                            "Not Paid",
                            "in_payment",
                            "In Payment",
                            "paid",
                            "Paid",
                            "partial",
                            "Partially Paid",
                            "reversed",
                            "Reversed",
                            "blocked",
                            "Blocked",
                            "invoicing_legacy",
                            "Invoicing App Legacy")
                    .computed(PaymentState::of),
        };
    }

    /** Invoices and credit notes to customers; the entries of payments are none. */
    static boolean isInvoice(Env env, Record move) {
        return Journals.isSale(env.text(move, "move_type"));
    }

    /** What the customer owes counts up for an invoice and down for a credit note. */
    static BigDecimal direction(Env env, Record move) {
        return env.text(move, "move_type").equals("out_refund") ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    }

    static LocalDate today(Env env) {
        return LocalDate.ofInstant(env.now(), ZoneOffset.UTC);
    }

    private static Object signed(Env env, Record move, String field) {
        return env.many(move, "line_ids").stream()
                .filter(line -> env.text(line, "display_type").equals("payment_term"))
                .map(line -> env.number(line, field))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String shown(Env env, Record move) {
        String state = "";
        if (env.text(move, "state").equals("draft")) {
            state = switch (env.text(move, "move_type")) {
                case "out_invoice" -> "Draft Invoice";
                case "out_refund" -> "Draft Credit Note";
                default -> "Draft Entry";
            };
        }
        String name = (state + " " + env.text(move, "name")).strip();
        String reference = env.text(move, "ref");
        return reference.isEmpty() ? name : name + " (" + reference + ")";
    }
}

package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * {@code account.move.line}. On an invoice there are the lines that people type, and those that follow from them: one for
 * each tax, and one ({@code payment_term}) for what the customer owes.
 */
final class InvoiceLineModel {

    static final String NAME = "account.move.line";

    private static final Set<String> TEXTS = Set.of("line_section", "line_subsection", "line_note");

    private InvoiceLineModel() {}

    static Model model() {
        return new Model(NAME, "Journal Item")
                .orderedBy("date desc, move_name desc, sequence, id")
                .ruledBy(new InvoiceLineRules())
                .shownAs((env, r) -> (env.text(r, "move_name") + " " + env.text(r, "name")).strip())
                .with(content())
                .with(ofDocument())
                .with(bookkeeping())
                .with(
                        Method.onRecords("reconcile", InvoiceLineModel::reconcile),
                        Method.onRecords("remove_move_reconcile", InvoiceLineModel::unreconcile));
    }

    private static Field[] content() {
        return new Field[] {
            Field.many2one("move_id", "Journal Entry", InvoiceModel.NAME).required(),
            Field.integer("sequence", "Sequence").defaultsTo(100),
            Field.selection(
                    "display_type",
                    "Display Type",
                    "product",
                    "Product",
                    "cogs",
                    "Cost of Goods Sold",
                    "tax",
                    "Tax",
                    "discount",
                    "Discount",
                    "rounding",
                    "Rounding",
                    "payment_term",
                    "Payment Term",
                    "line_section",
                    "Section",
                    "line_subsection",
                    "Subsection",
                    "line_note",
                    "Note"),
            Field.many2one("product_id", "Product", "product.product").indexed(),
            Field.text("name", "Label"),
            Field.decimal("quantity", "Quantity").digits(2),
            Field.many2one("product_uom_id", "Unit", "uom.uom"),
            Field.decimal("price_unit", "Unit Price"),
            Field.decimal("discount", "Discount (%)").digits(2),
            Field.many2many("tax_ids", "Taxes", "account.tax"),
            Field.many2one("tax_line_id", "Originator Tax", "account.tax"),
            Field.many2many("sale_line_ids", "Sales Order Lines", "sale.order.line")
                    .indexed(),
            Field.money("price_subtotal", "Subtotal"),
            Field.money("price_total", "Total"),
        };
    }

    private static Field[] ofDocument() {
        return new Field[] {
            of(
                    "state",
                    Field.selection(
                            "parent_state", "Status", "draft", "Draft", "posted", "Posted", "cancel", "Cancelled")),
            of("name", Field.text("move_name", "Number")),
            of("move_type", Field.text("move_type", "Type")),
            of("date", Field.of(Type.DATE, "date", "Date")),
            Field.many2one("partner_id", "Partner", "res.partner").computed(InvoiceLineModel::partner),
            of("journal_id", Field.many2one("journal_id", "Journal", "account.journal")),
            of("currency_id", Field.many2one("currency_id", "Currency", "res.currency")),
            of("company_id", Field.many2one("company_id", "Company", "res.company")),
        };
    }

    private static Field[] bookkeeping() {
        return new Field[] {
            Field.many2one("account_id", "Account", "account.account"),
            Field.text("account_type", "Internal Type")
                    .computed((env, r) -> env.get(r, "account_id") == null
                            ? null
                            : env.get(env.follow(r, "account_id"), "account_type")),
            Field.money("balance", "Balance"),
            Field.money("amount_currency", "Amount in Currency"),
            Field.money("debit", "Debit")
                    .computed((env, r) -> env.number(r, "balance").max(BigDecimal.ZERO)),
            Field.money("credit", "Credit")
                    .computed((env, r) -> env.number(r, "balance").negate().max(BigDecimal.ZERO)),
            Field.one2many("matched_credit_ids", "Matched Credits", "account.partial.reconcile", "debit_move_id"),
            Field.one2many("matched_debit_ids", "Matched Debits", "account.partial.reconcile", "credit_move_id"),
            Field.money("amount_residual", "Residual Amount").computed(Residual::inCompanyCurrency),
            Field.money("amount_residual_currency", "Residual Amount in Currency")
                    .computed(Residual::inCurrency),
            Field.flag("reconciled", "Reconciled").computed(Residual::isReconciled),
        };
    }

    private static Object reconcile(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(NAME, "write");
        Reconciliation.reconcile(env, env.require(NAME, ids));
        return null;
    }

    private static Object unreconcile(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(NAME, "write");
        env.require(NAME, ids).forEach(line -> Reconciliation.undo(env, line));
        return null;
    }

    /** The company behind an address: who owes, not who receives. */
    private static Object partner(Env env, Record line) {
        Record partner = env.follow(env.follow(line, "move_id"), "partner_id");
        return partner == null ? null : env.get(partner, "commercial_partner_id");
    }

    private static Field of(String field, Field shown) {
        return shown.computed((env, line) -> env.get(env.follow(line, "move_id"), field));
    }

    /** Written by people; the others follow from them. */
    static boolean isTyped(Env env, Record line) {
        return isGoods(env, line) || TEXTS.contains(env.text(line, "display_type"));
    }

    static boolean isGoods(Env env, Record line) {
        return env.text(line, "display_type").equals("product");
    }

    static boolean isText(Object displayType) {
        return TEXTS.contains(displayType);
    }
}

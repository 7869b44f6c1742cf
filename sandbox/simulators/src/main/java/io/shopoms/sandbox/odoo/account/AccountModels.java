package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import java.util.List;

/** Journals, accounts and the documents in them. */
public final class AccountModels {

    private AccountModels() {}

    public static List<Model> all() {
        return List.of(
                account(),
                journal(),
                sequence(),
                partial(),
                InvoiceModel.model(),
                InvoiceLineModel.model(),
                Edition.model(),
                PaymentModel.methodLine(),
                PaymentModel.model(),
                PaymentRegister.model(),
                Reversal.model());
    }

    private static Model account() {
        return new Model("account.account", "Account")
                .orderedBy("code, id")
                .searchedByName("code", "name")
                .shownAs((env, r) -> env.text(r, "code") + " " + env.text(r, "name"))
                .with(
                        Field.text("name", "Account Name").required(),
                        Field.text("code", "Code").required().indexed(),
                        Field.selection(
                                        "account_type",
                                        "Type",
                                        "asset_receivable",
                                        "Receivable",
                                        "asset_cash",
                                        "Bank and Cash",
                                        "asset_current",
                                        "Current Assets",
                                        "liability_current",
                                        "Current Liabilities",
                                        "income",
                                        "Income")
                                .required(),
                        Field.flag("reconcile", "Allow Reconciliation"),
                        Field.flag("active", "Active").defaultsTo(true));
    }

    private static Model journal() {
        return new Model("account.journal", "Journal")
                .orderedBy("sequence, type, code")
                .searchedByName("name", "code")
                .with(
                        Field.text("name", "Journal Name").required(),
                        Field.text("code", "Sequence Prefix").required().indexed(),
                        Field.selection(
                                        "type",
                                        "Type",
                                        "sale",
                                        "Sales",
                                        "purchase",
                                        "Purchase",
                                        "cash",
                                        "Cash",
                                        "bank",
                                        "Bank",
                                        "credit",
                                        "Credit Card",
                                        "general",
                                        "Miscellaneous")
                                .required(),
                        Field.integer("sequence", "Sequence").defaultsTo(10),
                        Field.flag("active", "Active").defaultsTo(true),
                        Field.many2one("default_account_id", "Default Account", "account.account"),
                        Field.many2one("currency_id", "Currency", "res.currency"),
                        Field.many2one("company_id", "Company", "res.company").defaultsTo(1));
    }

    /** The numbers of documents: unlike other sequences, they leave no gap when a call fails. */
    private static Model sequence() {
        return new Model("ir.sequence", "Sequence")
                .with(
                        Field.text("name", "Name").required(),
                        Field.text("prefix", "Prefix").indexed(),
                        Field.integer("number_next", "Next Number").defaultsTo(1));
    }

    private static Model partial() {
        return new Model("account.partial.reconcile", "Partial Reconcile")
                .shownAs((env, r) -> "account.partial.reconcile," + r.id())
                .with(
                        Field.many2one("debit_move_id", "Debit Move", "account.move.line")
                                .required(),
                        Field.many2one("credit_move_id", "Credit Move", "account.move.line")
                                .required(),
                        Field.money("amount", "Amount"),
                        Field.money("debit_amount_currency", "Debit Amount Currency"),
                        Field.money("credit_amount_currency", "Credit Amount Currency"),
                        Field.many2one("company_id", "Company", "res.company").defaultsTo(1));
    }
}

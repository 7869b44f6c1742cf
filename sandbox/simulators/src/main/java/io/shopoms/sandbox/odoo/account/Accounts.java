package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The accounts and journals of a fresh database, as the generic chart of accounts has them. */
public final class Accounts {

    static final String RECEIVABLE = "121000";
    static final String SALES = "400000";
    static final String TAX = "251000";
    static final String OUTSTANDING_RECEIPTS = "101403";
    static final String OUTSTANDING_PAYMENTS = "101404";

    private Accounts() {}

    /** Once, in a fresh database. */
    public static void fill(Env env) {
        Edition.fill(env);
        account(env, RECEIVABLE, "Account Receivable", "asset_receivable", true);
        account(env, SALES, "Product Sales", "income", false);
        account(env, TAX, "Tax Received", "liability_current", false);
        account(env, OUTSTANDING_RECEIPTS, "Outstanding Receipts", "asset_current", true);
        account(env, OUTSTANDING_PAYMENTS, "Outstanding Payments", "asset_current", true);
        Record bank = account(env, "101401", "Bank", "asset_cash", false);
        Record cash = account(env, "101501", "Cash", "asset_cash", false);
        journal(env, "Sales", "INV", "sale", 5, of(env, SALES));
        journal(env, "Purchases", "BILL", "purchase", 6, null);
        journal(env, "Bank", "BNK1", "bank", 7, bank);
        journal(env, "Cash", "CSH1", "cash", 8, cash);
        journal(env, "Miscellaneous Operations", "MISC", "general", 9, null);
    }

    static Record of(Env env, String code) {
        return env.by("account.account", "code", code).get(0);
    }

    private static Record account(Env env, String code, String name, String type, boolean reconciled) {
        return env.create(
                "account.account", Map.of("code", code, "name", name, "account_type", type, "reconcile", reconciled));
    }

    private static void journal(Env env, String name, String code, String type, long sequence, Record account) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("code", code);
        values.put("type", type);
        values.put("sequence", sequence);
        values.put("default_account_id", account == null ? null : account.id());
        journal(env, values);
    }

    /** A journal for money can be paid into and out of by hand. */
    public static Record journal(Env env, Map<String, Object> values) {
        Record journal = env.create("account.journal", values);
        if (Journals.OF_MONEY.contains(env.text(journal, "type"))) {
            for (String direction : List.of("inbound", "outbound")) {
                env.create(
                        PaymentModel.METHOD_LINE,
                        Map.of("name", "Manual Payment", "payment_type", direction, "journal_id", journal.id()));
            }
        }
        return journal;
    }
}

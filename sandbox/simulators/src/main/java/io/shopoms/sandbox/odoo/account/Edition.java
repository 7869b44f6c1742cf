package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.List;
import java.util.Map;

/**
 * Whether the accounting of the Enterprise edition is installed ({@code account_accountant}). There, a payment books
 * nothing until the bank statement confirms it: the invoice is {@code in_payment}, and what is open of it stays open.
 */
public final class Edition {

    private static final String MODEL = "ir.module.module";
    private static final String ACCOUNTANT = "account_accountant";

    private Edition() {}

    static Model model() {
        return new Model(MODEL, "Module")
                .orderedBy("name")
                .with(
                        Field.text("name", "Technical Name").required().indexed(),
                        Field.selection(
                                        "state",
                                        "Status",
                                        "uninstallable",
                                        "Uninstallable",
                                        "uninstalled",
                                        "Not Installed",
                                        "installed",
                                        "Installed")
                                .defaultsTo("installed"));
    }

    static void fill(Env env) {
        List.of("account", "delivery", "sale", "sale_management", "sale_stock", "stock", "stock_account")
                .forEach(name -> env.create(MODEL, Map.of("name", name)));
        env.create(MODEL, Map.of("name", ACCOUNTANT, "state", "uninstallable"));
    }

    /** @param enterprise false for the community edition */
    public static void set(Env env, boolean enterprise) {
        env.set(module(env), "state", enterprise ? "installed" : "uninstallable");
    }

    static boolean isEnterprise(Env env) {
        return env.text(module(env), "state").equals("installed");
    }

    private static Record module(Env env) {
        return env.by(MODEL, "name", ACCOUNTANT).get(0);
    }
}

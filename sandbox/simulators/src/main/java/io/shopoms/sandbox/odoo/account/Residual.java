package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;

/** What of a line on a reconciled account is still open: positive what comes in, negative what goes out. */
final class Residual {

    private static final String PARTIAL = "account.partial.reconcile";

    private Residual() {}

    static BigDecimal inCurrency(Env env, Record line) {
        if (!isReconcilable(env, line)) {
            return BigDecimal.ZERO;
        }
        return env.number(line, "amount_currency")
                .subtract(sum(env, line, "debit_move_id", "debit_amount_currency"))
                .add(sum(env, line, "credit_move_id", "credit_amount_currency"));
    }

    /** Nothing in the line's currency is nothing here either: Odoo books the exchange difference by itself. */
    static BigDecimal inCompanyCurrency(Env env, Record line) {
        if (inCurrency(env, line).signum() == 0) {
            return BigDecimal.ZERO;
        }
        return env.number(line, "balance")
                .subtract(sum(env, line, "debit_move_id", "amount"))
                .add(sum(env, line, "credit_move_id", "amount"));
    }

    static boolean isReconciled(Env env, Record line) {
        return isReconcilable(env, line)
                && inCurrency(env, line).signum() == 0
                && !env.text(line, "parent_state").equals("cancel");
    }

    static boolean isReconcilable(Env env, Record line) {
        Record account = env.follow(line, "account_id");
        return account != null && env.flag(account, "reconcile");
    }

    private static BigDecimal sum(Env env, Record line, String side, String field) {
        return env.by(PARTIAL, side, line.id()).stream()
                .map(partial -> env.number(partial, field))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

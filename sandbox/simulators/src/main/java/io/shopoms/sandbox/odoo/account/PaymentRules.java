package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * Journal, currency and outstanding account of a payment. The account is given once, when the payment is made; writing the
 * journal again, even the same one, takes it away, and then posting books nothing.
 */
final class PaymentRules implements Rules {

    private static final String ACCOUNT = "outstanding_account_id";

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        if (!(values.get("journal_id") instanceof Number)) {
            values.put("journal_id", Journals.first(env, Journals.OF_MONEY).id());
        }
        checkAmount(values);
    }

    @Override
    public void afterCreate(Env env, Record payment, Set<String> given) {
        if (env.get(payment, "currency_id") == null) {
            Record own = env.follow(env.follow(payment, "journal_id"), "currency_id");
            env.set(
                    payment,
                    "currency_id",
                    own == null ? Currencies.ofCompany(env).id() : own.id());
        }
        boolean inbound = env.text(payment, "payment_type").equals("inbound");
        if (env.get(payment, "payment_method_line_id") == null) {
            env.set(payment, "payment_method_line_id", method(env, payment).id());
        }
        Object own = env.get(env.follow(payment, "payment_method_line_id"), "payment_account_id");
        Record outstanding = Accounts.of(env, inbound ? Accounts.OUTSTANDING_RECEIPTS : Accounts.OUTSTANDING_PAYMENTS);
        Object otherwise = Edition.isEnterprise(env) ? null : outstanding.id();
        env.set(payment, ACCOUNT, own == null ? otherwise : own);
    }

    private static Record method(Env env, Record payment) {
        return env.by(PaymentModel.METHOD_LINE, "journal_id", env.get(payment, "journal_id")).stream()
                .filter(line -> env.text(line, "payment_type").equals(env.text(payment, "payment_type")))
                .findFirst()
                .orElseThrow(() -> OdooException.validation("Please define a payment method line on your payment."));
    }

    @Override
    public void beforeWrite(Env env, Record payment, Map<String, Object> values) {
        checkAmount(values);
    }

    @Override
    public void afterWrite(Env env, Record payment, Map<String, Object> before) {
        if (before.containsKey("journal_id")) {
            Record method = method(env, payment);
            env.set(payment, "payment_method_line_id", method.id());
            env.set(payment, ACCOUNT, env.get(method, "payment_account_id"));
        }
    }

    @Override
    public void beforeUnlink(Env env, Record payment) {
        Record entry = env.follow(payment, "move_id");
        if (entry != null) {
            env.set(payment, "move_id", null);
            env.set(entry, "state", "draft");
            env.unlink(entry);
        }
    }

    private static void checkAmount(Map<String, Object> values) {
        if (values.get("amount") instanceof Number amount && new BigDecimal(amount.toString()).signum() < 0) {
            throw OdooException.constraint("The payment amount cannot be negative.");
        }
    }
}

package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The buttons of a payment. All answer null, whether something happened or not. */
final class PaymentButtons {

    private static final Set<String> CONFIRMED = Set.of("in_process", "paid");

    private PaymentButtons() {}

    static Object post(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(model.name(), "write");
        env.require(model.name(), ids).stream()
                .filter(payment -> env.text(payment, "state").equals("draft"))
                .forEach(payment -> post(env, payment, BigDecimal.ZERO, null));
        return null;
    }

    /**
     * Without an outstanding account nothing is booked, and there is nothing to set against an invoice.
     *
     * @param writtenOff what is booked on the other account, on top of the payment, so that the invoice counts as paid
     */
    static void post(Env env, Record payment, BigDecimal writtenOff, Long writeOffAccount) {
        Record entry = env.follow(payment, "move_id");
        if (entry == null && env.get(payment, "outstanding_account_id") != null) {
            entry = entry(env, payment);
            line(env, entry, (Long) env.get(payment, "outstanding_account_id"), signed(env, payment));
            line(
                    env,
                    entry,
                    Accounts.of(env, Accounts.RECEIVABLE).id(),
                    signed(env, payment).add(writtenOff).negate());
            if (writtenOff.signum() != 0) {
                line(env, entry, writeOffAccount, writtenOff);
            }
            env.set(payment, "move_id", entry.id());
        }
        if (entry != null && env.text(entry, "state").equals("draft")) {
            InvoiceButtons.post(env, List.of(entry));
        }
        if (env.text(payment, "name").isEmpty()) {
            String number = entry == null ? "PAY%05d".formatted(env.next(PaymentModel.NAME)) : env.text(entry, "name");
            env.set(payment, "name", number);
        }
        Record account = env.follow(payment, "outstanding_account_id");
        boolean cash = account != null && env.text(account, "account_type").equals("asset_cash");
        env.set(payment, "state", cash ? "paid" : "in_process");
    }

    private static Record entry(Env env, Record payment) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("move_type", "entry");
        values.put("ref", env.get(payment, "memo"));
        values.put("origin_payment_id", payment.id());
        values.put("date", env.text(payment, "date"));
        for (String field : List.of("journal_id", "partner_id", "currency_id")) {
            values.put(field, env.get(payment, field));
        }
        Record entry = env.create(InvoiceModel.NAME, values);
        env.set(entry, "amount_total", env.number(payment, "amount"));
        return entry;
    }

    private static void line(Env env, Record entry, Long account, BigDecimal amount) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("move_id", entry.id());
        values.put("account_id", account);
        values.put("name", env.get(entry, "ref"));
        values.put("amount_currency", amount);
        values.put("balance", Currencies.toCompany(env, env.follow(entry, "currency_id"), amount));
        env.create(InvoiceLineModel.NAME, values);
    }

    private static BigDecimal signed(Env env, Record payment) {
        BigDecimal amount = env.number(payment, "amount");
        return env.text(payment, "payment_type").equals("inbound") ? amount : amount.negate();
    }

    /** A payment counts as paid once all its invoices are, since no bank statement confirms it. */
    static void refresh(Env env, Record payment) {
        if (!CONFIRMED.contains(env.text(payment, "state"))) {
            return;
        }
        Record account = env.follow(payment, "outstanding_account_id");
        boolean cash = account != null && env.text(account, "account_type").equals("asset_cash");
        List<Record> invoices = env.many(payment, "reconciled_invoice_ids");
        boolean paid = !invoices.isEmpty()
                && invoices.stream()
                        .allMatch(invoice -> PaymentState.of(env, invoice).equals("paid"));
        env.set(payment, "state", cash || paid ? "paid" : "in_process");
    }

    /** What it was set against stays settled. */
    static Object draft(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(model.name(), "write");
        for (Record payment : env.require(model.name(), ids)) {
            env.set(payment, "state", "draft");
            Record entry = env.follow(payment, "move_id");
            if (entry != null) {
                env.set(entry, "state", "draft");
            }
        }
        return null;
    }

    /** What it was set against is open again. */
    static Object cancel(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(model.name(), "write");
        for (Record payment : env.require(model.name(), ids)) {
            env.set(payment, "state", "canceled");
            Record entry = env.follow(payment, "move_id");
            if (entry == null) {
                continue;
            }
            if (env.text(entry, "state").equals("draft")) {
                env.set(payment, "move_id", null);
                env.unlink(entry);
            } else {
                InvoiceButtons.cancel(env, entry);
            }
        }
        return null;
    }
}

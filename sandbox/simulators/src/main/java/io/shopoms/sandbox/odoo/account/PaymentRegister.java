package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code account.payment.register}: pays documents. Not idempotent: each call of the button pays again. */
final class PaymentRegister {

    static final String NAME = "account.payment.register";

    private PaymentRegister() {}

    static Model model() {
        return new Model(NAME, "Pay")
                .shownAs((env, r) -> NAME + "," + r.id())
                .ruledBy(new PaymentRegisterRules())
                .with(
                        Field.many2many("line_ids", "Journal items", InvoiceLineModel.NAME),
                        Field.of(Type.DATE, "payment_date", "Payment Date")
                                .required()
                                .defaultsTo(env -> InvoiceModel.today(env).toString()),
                        Field.money("amount", "Amount"),
                        Field.text("communication", "Memo"),
                        Field.flag("group_payment", "Group Payments"),
                        Field.many2one("currency_id", "Currency", "res.currency"),
                        Field.many2one("journal_id", "Journal", "account.journal"),
                        Field.many2one("payment_method_line_id", "Payment Method", PaymentModel.METHOD_LINE),
                        Field.selection("payment_type", "Payment Type", PaymentModel.DIRECTIONS),
                        Field.selection(
                                        "payment_difference_handling",
                                        "Payment Difference Handling",
                                        "open",
                                        "Keep open",
                                        "reconcile",
                                        "Mark as fully paid")
                                .defaultsTo("open"),
                        Field.many2one("writeoff_account_id", "Difference Account", "account.account"),
                        Field.text("writeoff_label", "Journal Item Label").defaultsTo("Write-Off"))
                .with(Method.onRecords("action_create_payments", PaymentRegister::createPayments));
    }

    private static Object createPayments(Env env, Model model, List<Long> ids, Arguments args) {
        if (ids.size() != 1) {
            throw OdooException.value("Expected singleton: " + model.name() + ids);
        }
        env.authorize(PaymentModel.NAME, "create");
        Record wizard = env.require(model.name(), ids.get(0));
        List<Record> lines = env.many(wizard, "line_ids");
        List<Record> payments = new ArrayList<>();
        boolean together = env.flag(wizard, "group_payment");
        Map<Object, List<Record>> batches = new LinkedHashMap<>();
        lines.forEach(line -> batches.computeIfAbsent(key(env, line, together), k -> new ArrayList<>())
                .add(line));
        batches.values().forEach(batch -> payments.add(pay(env, wizard, batch, batches.size() == 1)));
        return env.context().isTrue("dont_redirect_to_payments") ? true : window(payments);
    }

    /** One payment for each document, or for each customer and currency. */
    private static Object key(Env env, Record line, boolean together) {
        return together
                ? Arrays.asList(env.get(line, "partner_id"), env.get(line, "currency_id"))
                : env.get(line, "move_id");
    }

    private static Record pay(Env env, Record wizard, List<Record> lines, boolean asTyped) {
        BigDecimal open = PaymentRegisterRules.open(env, lines, env.follow(lines.get(0), "currency_id"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("date", env.text(wizard, "payment_date"));
        values.put("payment_type", asTyped ? env.get(wizard, "payment_type") : direction(open));
        values.put("journal_id", env.get(wizard, "journal_id"));
        values.put("partner_id", env.get(lines.get(0), "partner_id"));
        values.put("amount", asTyped ? env.number(wizard, "amount") : open.abs());
        values.put("currency_id", env.get(asTyped ? wizard : lines.get(0), "currency_id"));
        values.put("memo", asTyped ? env.get(wizard, "communication") : PaymentRegisterRules.label(env, lines));
        if (asTyped && env.get(wizard, "payment_method_line_id") != null) {
            values.put("payment_method_line_id", env.get(wizard, "payment_method_line_id"));
        }
        Record payment = env.create(PaymentModel.NAME, values);
        Long account = (Long) env.get(wizard, "writeoff_account_id");
        PaymentButtons.post(env, payment, writtenOff(env, wizard, lines, asTyped), account);
        settle(env, payment, lines);
        return payment;
    }

    static String direction(BigDecimal open) {
        return open.signum() < 0 ? "outbound" : "inbound";
    }

    private static BigDecimal writtenOff(Env env, Record wizard, List<Record> lines, boolean asTyped) {
        boolean drops =
                asTyped && env.text(wizard, "payment_difference_handling").equals("reconcile");
        if (!drops) {
            return BigDecimal.ZERO;
        }
        BigDecimal open = PaymentRegisterRules.open(env, lines, env.follow(wizard, "currency_id"));
        BigDecimal paid = env.number(wizard, "amount");
        return open.subtract(open.signum() < 0 ? paid.negate() : paid);
    }

    private static void settle(Env env, Record payment, List<Record> lines) {
        Record entry = env.follow(payment, "move_id");
        if (entry != null) {
            List<Record> open = new ArrayList<>(InvoiceButtons.receivable(env, entry));
            lines.stream().filter(line -> !Residual.isReconciled(env, line)).forEach(open::add);
            Reconciliation.reconcile(env, open);
        }
        List<Long> invoices = lines.stream()
                .map(line -> (Long) env.get(line, "move_id"))
                .distinct()
                .toList();
        env.set(payment, "invoice_ids", invoices);
        PaymentButtons.refresh(env, payment);
    }

    private static Map<String, Object> window(List<Record> payments) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Payments");
        action.put("type", "ir.actions.act_window");
        action.put("res_model", PaymentModel.NAME);
        action.put("context", Map.of("create", false));
        if (payments.size() == 1) {
            action.put("view_mode", "form");
            action.put("res_id", payments.get(0).id());
        } else {
            action.put("view_mode", "list,form");
            action.put(
                    "domain",
                    List.of(List.of(
                            "id", "in", payments.stream().map(Record::id).toList())));
        }
        return action;
    }
}

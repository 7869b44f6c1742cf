package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code payment_state}: an invoice that credit notes alone have settled is {@code reversed}; a payment makes it
 * {@code paid} in the community edition, which does not wait for the bank statement, and {@code in_payment} in the other.
 */
final class PaymentState {

    private PaymentState() {}

    static Object of(Env env, Record move) {
        boolean posted = env.text(move, "state").equals("posted");
        boolean draft = env.text(move, "state").equals("draft");
        boolean worth = env.number(move, "amount_total").signum() != 0;
        if (!InvoiceModel.isInvoice(env, move) || !(posted || draft && worth)) {
            return "not_paid";
        }
        List<Record> others = env.many(move, "line_ids").stream()
                .filter(line -> env.text(line, "display_type").equals("payment_term"))
                .flatMap(line -> Reconciliation.counterparts(env, line).stream())
                .toList();
        if (((BigDecimal) Reconciliation.residual(env, move)).signum() == 0) {
            return settled(env, move, others);
        }
        if (posted && isLinked(env, move, "in_process")) {
            return byPayment(env);
        }
        if (!others.isEmpty()) {
            return "partial";
        }
        return posted && isLinked(env, move, "paid") ? byPayment(env) : "not_paid";
    }

    private static Object settled(Env env, Record move, List<Record> others) {
        boolean money = others.stream().anyMatch(other -> env.get(other, "origin_payment_id") != null);
        if (money) {
            return byPayment(env);
        }
        Set<String> types =
                others.stream().map(other -> env.text(other, "move_type")).collect(Collectors.toSet());
        boolean reversed = env.text(move, "move_type").equals("out_invoice")
                ? types.contains("out_refund") && Set.of("out_refund", "entry").containsAll(types)
                : types.equals(Set.of("entry"));
        return reversed ? "reversed" : "paid";
    }

    private static String byPayment(Env env) {
        return Edition.isEnterprise(env) ? "in_payment" : "paid";
    }

    /** Whether a payment that has booked nothing names this document. */
    private static boolean isLinked(Env env, Record move, String state) {
        return env.by(PaymentModel.NAME, "invoice_ids", move.id()).stream()
                .filter(payment -> env.get(payment, "move_id") == null)
                .anyMatch(payment -> env.text(payment, "state").equals(state));
    }
}

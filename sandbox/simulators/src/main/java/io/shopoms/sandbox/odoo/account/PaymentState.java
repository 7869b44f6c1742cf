package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code payment_state}: an invoice that credit notes alone have settled is {@code reversed}; a payment that covers it makes
 * it {@code paid} at once, since the community edition does not wait for the bank statement.
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
        if (((BigDecimal) Reconciliation.residual(env, move)).signum() != 0) {
            return others.isEmpty() ? "not_paid" : "partial";
        }
        boolean money = others.stream().anyMatch(other -> env.get(other, "origin_payment_id") != null);
        return !money && isReversed(env, move, others) ? "reversed" : "paid";
    }

    private static boolean isReversed(Env env, Record move, List<Record> others) {
        Set<String> types =
                others.stream().map(other -> env.text(other, "move_type")).collect(Collectors.toSet());
        return env.text(move, "move_type").equals("out_invoice")
                ? types.contains("out_refund") && Set.of("out_refund", "entry").containsAll(types)
                : types.equals(Set.of("entry"));
    }
}

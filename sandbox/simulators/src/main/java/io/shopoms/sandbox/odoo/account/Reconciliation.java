package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Sets what comes in against what goes out, line by line, the oldest first. */
final class Reconciliation {

    private static final String PARTIAL = "account.partial.reconcile";

    private Reconciliation() {}

    /** What is still to be paid of a document, in its currency; never negative for an invoice or a credit note. */
    static Object residual(Env env, Record move) {
        if (!InvoiceModel.isInvoice(env, move)) {
            return BigDecimal.ZERO;
        }
        return env.many(move, "line_ids").stream()
                .filter(line -> env.text(line, "display_type").equals("payment_term"))
                .map(line -> Residual.inCurrency(env, line))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(InvoiceModel.direction(env, move));
    }

    /** @throws OdooException if one of several lines has nothing left, is cancelled, or they are of different accounts */
    static void reconcile(Env env, List<Record> lines) {
        if (lines.size() < 2) {
            return;
        }
        if (lines.stream().anyMatch(line -> env.text(line, "parent_state").equals("cancel"))) {
            throw OdooException.user("You can not reconcile cancelled entries.");
        }
        if (lines.stream().anyMatch(line -> Residual.isReconciled(env, line))) {
            throw OdooException.user("You are trying to reconcile some entries that are already reconciled.");
        }
        if (lines.stream().map(line -> env.get(line, "account_id")).distinct().count() > 1) {
            throw OdooException.user("Entries are not from the same account.");
        }
        for (Record debit : open(env, lines, 1)) {
            for (Record credit : open(env, lines, -1)) {
                if (Residual.inCurrency(env, debit).signum() > 0) {
                    match(env, debit, credit);
                }
            }
        }
        touch(env, moves(env, lines.stream()));
    }

    private static List<Record> open(Env env, List<Record> lines, int sign) {
        return lines.stream()
                .filter(line -> Residual.inCurrency(env, line).signum() == sign)
                .toList();
    }

    private static void match(Env env, Record debit, Record credit) {
        Record in = env.follow(debit, "currency_id");
        Record out = env.follow(credit, "currency_id");
        BigDecimal owed = Residual.inCurrency(env, debit);
        BigDecimal paid = Residual.inCurrency(env, credit).negate();
        BigDecimal paidInDebit = Currencies.convert(env, paid, out, in);
        boolean debitEnds = owed.compareTo(paidInDebit) <= 0;
        BigDecimal debitAmount = debitEnds ? owed : paidInDebit;
        BigDecimal creditAmount = owed.compareTo(paidInDebit) >= 0 ? paid : Currencies.convert(env, owed, in, out);
        BigDecimal company = Residual.inCompanyCurrency(env, debit)
                .min(Residual.inCompanyCurrency(env, credit).negate());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("debit_move_id", debit.id());
        values.put("credit_move_id", credit.id());
        values.put("amount", company);
        values.put("debit_amount_currency", debitAmount);
        values.put("credit_amount_currency", creditAmount);
        env.create(PARTIAL, values);
    }

    /** What was set against this line is open again. */
    static void undo(Env env, Record line) {
        List<Record> partials = partials(env, line).toList();
        Set<Record> moves = moves(env, partials.stream().flatMap(partial -> sides(env, partial)));
        partials.forEach(env::unlink);
        touch(env, moves);
    }

    /** The documents that this line was set against. */
    static List<Record> counterparts(Env env, Record line) {
        return List.copyOf(moves(
                env,
                partials(env, line).flatMap(partial -> sides(env, partial)).filter(side -> side.id() != line.id())));
    }

    private static Stream<Record> partials(Env env, Record line) {
        return Stream.of("debit_move_id", "credit_move_id").flatMap(side -> env.by(PARTIAL, side, line.id()).stream());
    }

    private static Stream<Record> sides(Env env, Record partial) {
        return Stream.of(env.follow(partial, "debit_move_id"), env.follow(partial, "credit_move_id"));
    }

    private static Set<Record> moves(Env env, Stream<Record> lines) {
        Set<Record> moves = new LinkedHashSet<>();
        lines.forEach(line -> moves.add(env.follow(line, "move_id")));
        return moves;
    }

    /** Amounts and states that follow from the reconciliation are stored in Odoo, and move the write date. */
    private static void touch(Env env, Set<Record> moves) {
        Set<Record> payments = new LinkedHashSet<>();
        for (Record move : moves) {
            env.set(move, "write_date", env.now());
            Record payment = env.follow(move, "origin_payment_id");
            payments.addAll(payment == null ? PaymentModel.of(env, move) : List.of(payment));
        }
        payments.forEach(payment -> PaymentButtons.refresh(env, payment));
    }
}

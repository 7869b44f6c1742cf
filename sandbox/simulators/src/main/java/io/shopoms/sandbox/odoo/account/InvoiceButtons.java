package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.AccessRights;
import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The buttons of an invoice. */
public final class InvoiceButtons {

    private InvoiceButtons() {}

    /** Answers false, which is success. */
    static Object post(Env env, Model model, List<Long> ids, Arguments args) {
        if (!env.isIn(AccessRights.INVOICING)) {
            throw OdooException.access("You don't have the access rights to post an invoice.");
        }
        post(env, env.require(model.name(), ids));
        return false;
    }

    /** Numbers the documents, all or none; a credit note is set against its posted invoice. */
    static void post(Env env, List<Record> moves) {
        env.flush();
        Set<String> refusals = new LinkedHashSet<>();
        moves.forEach(move -> refuse(env, move, refusals));
        if (!refusals.isEmpty()) {
            throw OdooException.user(String.join("\n", refusals));
        }
        for (Record move : moves) {
            number(env, move);
            env.set(move, "state", "posted");
            env.set(move, "posted_before", true);
        }
        moves.forEach(move -> settleReversed(env, move));
    }

    private static void refuse(Env env, Record move, Set<String> refusals) {
        if (InvoiceModel.isInvoice(env, move)) {
            if (env.number(move, "amount_total").signum() < 0) {
                refusals.add("You cannot validate an invoice with a negative total amount. You should create a credit"
                        + " note instead. Use the action menu to transform it into a credit note or refund.");
            }
            if (env.get(move, "partner_id") == null) {
                refusals.add("The 'Customer' field is required to validate the invoice.");
            }
        }
        if (!env.text(move, "state").equals("draft")) {
            refusals.add("The entry %s (id %d) must be in draft.".formatted(env.text(move, "name"), move.id()));
        }
        boolean empty = env.many(move, "line_ids").stream()
                .noneMatch(line -> !InvoiceLineModel.isText(env.text(line, "display_type"))
                        && !env.text(line, "display_type").equals("payment_term"));
        if (empty) {
            refusals.add("A journal entry without lines cannot be posted.");
        }
        if (!env.flag(env.follow(move, "journal_id"), "active")) {
            refusals.add("You cannot post an entry in an archived journal ("
                    + env.display(env.follow(move, "journal_id")) + ")");
        }
        Record currency = env.follow(move, "currency_id");
        if (!env.flag(currency, "active")) {
            refusals.add("You cannot validate a document with an inactive currency: " + env.display(currency));
        }
    }

    private static void number(Env env, Record move) {
        if (InvoiceModel.isInvoice(env, move) && env.get(move, "invoice_date") == null) {
            LocalDate today = InvoiceModel.today(env);
            env.set(move, "invoice_date", today);
            env.set(move, "date", today);
        }
        if (env.get(move, "invoice_date_due") == null) {
            env.set(move, "invoice_date_due", env.get(move, "invoice_date"));
        }
        if (env.text(move, "name").isEmpty()) {
            env.set(move, "name", Journals.nextNumber(env, move));
        }
        if (env.text(move, "payment_reference").isEmpty()
                && env.text(move, "move_type").equals("out_invoice")) {
            env.set(move, "payment_reference", env.get(move, "name"));
        }
    }

    private static void settleReversed(Env env, Record move) {
        Record reversed = env.follow(move, "reversed_entry_id");
        if (reversed != null && env.text(reversed, "state").equals("posted")) {
            List<Record> open = new ArrayList<>(receivable(env, reversed));
            open.addAll(receivable(env, move));
            Reconciliation.reconcile(env, open);
        }
    }

    /** The lines of a document that a payment or another document can still be set against. */
    static List<Record> receivable(Env env, Record move) {
        return env.many(move, "line_ids").stream()
                .filter(line -> env.text(line, "account_type").equals("asset_receivable"))
                .filter(line -> !Residual.isReconciled(env, line))
                .toList();
    }

    static Object draft(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(model.name(), "write");
        List<Record> moves = env.require(model.name(), ids);
        if (moves.stream().anyMatch(move -> env.text(move, "state").equals("draft"))) {
            throw OdooException.user("Only posted/cancelled journal entries can be reset to draft.");
        }
        moves.forEach(move -> env.set(move, "state", "draft"));
        return null;
    }

    static Object cancel(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(model.name(), "write");
        List<Record> moves = env.require(model.name(), ids);
        if (moves.stream().anyMatch(move -> env.text(move, "state").equals("cancel"))) {
            throw OdooException.user("Only draft journal entries can be cancelled.");
        }
        moves.forEach(move -> cancel(env, move));
        return null;
    }

    /** What was paid is open again. */
    public static void cancel(Env env, Record move) {
        env.many(move, "line_ids").forEach(line -> Reconciliation.undo(env, line));
        env.set(move, "state", "cancel");
    }

    /** Sets an open payment or credit note, named by its journal item, against this document. */
    static Object assign(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(InvoiceLineModel.NAME, "write");
        if (ids.size() != 1) {
            throw OdooException.value("Expected singleton: " + model.name() + ids);
        }
        Record move = env.require(model.name(), ids.get(0));
        Record line = env.require(InvoiceLineModel.NAME, (long) args.number("line_id"));
        List<Record> lines = new ArrayList<>(List.of(line));
        receivable(env, move).stream()
                .filter(open -> env.get(open, "account_id").equals(env.get(line, "account_id")))
                .forEach(lines::add);
        Reconciliation.reconcile(env, lines);
        return null;
    }
}

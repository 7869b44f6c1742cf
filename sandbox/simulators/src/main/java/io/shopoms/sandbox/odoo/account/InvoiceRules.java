package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Journal and currency of a new document; what is fixed once it is posted. */
final class InvoiceRules implements Rules {

    private static final List<String> FIXED_WHEN_POSTED = List.of(
            "invoice_line_ids",
            "line_ids",
            "invoice_date",
            "date",
            "partner_id",
            "invoice_payment_term_id",
            "currency_id",
            "fiscal_position_id");

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        if ("posted".equals(values.get("state"))) {
            throw OdooException.user("You cannot create a move already in the posted state. Please create a draft move"
                    + " and post it after.");
        }
        String type = values.get("move_type") instanceof String text ? text : "entry";
        if (!isSet(values.get("journal_id"))) {
            values.put(
                    "journal_id", Journals.first(env, Journals.typesFor(type)).id());
        }
        if (!isSet(values.get("currency_id")) && values.get("journal_id") instanceof Number id) {
            Record journal = env.require("account.journal", id.longValue());
            Record own = env.follow(journal, "currency_id");
            values.put("currency_id", own == null ? Currencies.ofCompany(env).id() : own.id());
        }
        if (isSet(values.get("invoice_date"))) {
            values.putIfAbsent("date", values.get("invoice_date"));
        }
    }

    @Override
    public void afterCreate(Env env, Record move, Set<String> given) {
        checkJournal(env, move);
        InvoiceTotals.later(env, move);
    }

    @Override
    public void beforeWrite(Env env, Record move, Map<String, Object> values) {
        List<String> refused =
                values.keySet().stream().filter(FIXED_WHEN_POSTED::contains).toList();
        if (env.text(move, "state").equals("posted") && !refused.isEmpty()) {
            throw OdooException.user(
                    "You cannot modify the following readonly fields on a posted move: " + String.join(", ", refused));
        }
        if (isSet(values.get("invoice_date"))) {
            values.putIfAbsent("date", values.get("invoice_date"));
        }
    }

    @Override
    public void afterWrite(Env env, Record move, Map<String, Object> before) {
        checkJournal(env, move);
        InvoiceTotals.later(env, move);
    }

    private static void checkJournal(Env env, Record move) {
        if (InvoiceModel.isInvoice(env, move)
                && !env.text(env.follow(move, "journal_id"), "type").equals("sale")) {
            throw OdooException.validation("Cannot create a sale document in a non sale journal");
        }
    }

    @Override
    public void beforeUnlink(Env env, Record move) {
        if (env.text(move, "state").equals("posted") && !env.context().isTrue("force_delete")) {
            throw InvoiceLineRules.posted();
        }
        if (!env.user().administrator() && !Journals.isLast(env, move)) {
            throw OdooException.user("You cannot delete this entry, as it has already consumed a sequence number and is"
                    + " not the last one in the chain. You should probably revert it instead.");
        }
        Journals.giveBack(env, move);
        env.many(move, "line_ids").forEach(line -> Reconciliation.undo(env, line));
        env.many(move, "line_ids").forEach(env::unlink);
    }

    private static boolean isSet(Object value) {
        return value != null && !Boolean.FALSE.equals(value) && !"".equals(value);
    }
}

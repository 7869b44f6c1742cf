package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.account.InvoiceButtons;
import io.shopoms.sandbox.odoo.orm.AccessRights;
import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.stock.Deliveries;
import java.util.List;

/** The buttons of an order. Several orders in one call stand or fall together. */
final class OrderMethods {

    private OrderMethods() {}

    /** Reserves the goods, and overwrites {@code date_order} with now. */
    static Object confirm(Env env, Model model, List<Long> ids, Arguments args) {
        List<Record> orders = env.require(model.name(), ids);
        for (Record order : orders) {
            String state = env.text(order, "state");
            if (!state.equals("draft") && !state.equals("sent")) {
                throw OdooException.user("Some orders are not in a state requiring confirmation.");
            }
            boolean incomplete = env.many(order, "order_line").stream()
                    .anyMatch(line -> env.text(line, "display_type").isEmpty() && env.get(line, "product_id") == null);
            if (incomplete) {
                throw OdooException.user(
                        "Some order lines are missing a product, you need to correct them before going further.");
            }
        }
        for (Record order : orders) {
            env.set(order, "state", "sale");
            env.set(order, "date_order", env.now());
            Deliveries.plan(env, order, env.many(order, "order_line"));
            if (env.isEnabled(AccessRights.LOCK_CONFIRMED)) {
                env.set(order, "locked", true);
            }
        }
        return true;
    }

    /** Posted invoices stay, as what is delivered does: only a credit note takes them back. */
    private static void cancelDrafts(Env env, Record order) {
        List<Record> drafts = env.many(order, "invoice_ids").stream()
                .filter(invoice -> env.text(invoice, "state").equals("draft"))
                .toList();
        if (!drafts.isEmpty()) {
            env.authorize("account.move", "write");
            drafts.forEach(invoice -> InvoiceButtons.cancel(env, invoice));
        }
    }

    static Object cancel(Env env, Model model, List<Long> ids, Arguments args) {
        for (Record order : env.require(model.name(), ids)) {
            if (env.flag(order, "locked")) {
                throw OdooException.user("You cannot cancel a locked order. Please unlock it first.");
            }
            cancelDrafts(env, order);
            Deliveries.cancel(env, order);
            env.set(order, "state", "cancel");
        }
        return true;
    }

    static Object draft(Env env, Model model, List<Long> ids, Arguments args) {
        for (Record order : env.require(model.name(), ids)) {
            String state = env.text(order, "state");
            if (state.equals("cancel") || state.equals("sent")) {
                env.set(order, "state", "draft");
            }
        }
        return true;
    }

    static Object lock(Env env, Model model, List<Long> ids, Arguments args) {
        env.require(model.name(), ids).forEach(order -> env.set(order, "locked", true));
        return null;
    }

    static Object unlock(Env env, Model model, List<Long> ids, Arguments args) {
        env.require(model.name(), ids).forEach(order -> env.set(order, "locked", false));
        return null;
    }

    /** Answers the ids of the messages; the texts are kept for people in {@code mail.message}. */
    static Object post(Env env, Model model, List<Long> ids, Arguments args) {
        return env.require(model.name(), ids).stream()
                .map(order -> Messages.post(env, order, args.text("body")).id())
                .toList();
    }
}

package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Method;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import io.shopoms.sandbox.odoo.orm.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code account.move.reversal}: a draft credit note of the whole invoice, whatever was credited before. Not idempotent:
 * each call of the button makes another one.
 */
final class Reversal {

    static final String NAME = "account.move.reversal";

    private Reversal() {}

    static Model model() {
        return new Model(NAME, "Account Move Reversal")
                .shownAs((env, r) -> NAME + "," + r.id())
                .ruledBy(new ReversalRules())
                .with(
                        Field.many2many("move_ids", "Moves", InvoiceModel.NAME),
                        Field.many2many("new_move_ids", "New Moves", InvoiceModel.NAME),
                        Field.of(Type.DATE, "date", "Reversal date")
                                .defaultsTo(env -> InvoiceModel.today(env).toString()),
                        Field.text("reason", "Reason displayed on Credit Note"),
                        Field.many2one("journal_id", "Journal", "account.journal")
                                .required())
                .with(
                        Method.onRecords("refund_moves", (env, model, ids, args) -> reverse(env, ids, false)),
                        Method.onRecords("modify_moves", (env, model, ids, args) -> reverse(env, ids, true)));
    }

    private static Object reverse(Env env, List<Long> ids, boolean again) {
        if (ids.size() != 1) {
            throw OdooException.value("Expected singleton: " + NAME + ids);
        }
        env.authorize(InvoiceModel.NAME, "create");
        Record wizard = env.require(NAME, ids.get(0));
        List<Record> made = new ArrayList<>();
        for (Record move : env.many(wizard, "move_ids")) {
            Record credit = credit(env, wizard, move);
            if (again) {
                env.many(move, "line_ids").forEach(line -> Reconciliation.undo(env, line));
                InvoiceButtons.post(env, List.of(credit));
                made.add(copy(env, move, Map.of("move_type", env.text(move, "move_type"))));
            } else {
                made.add(credit);
            }
        }
        env.flush();
        env.set(wizard, "new_move_ids", made.stream().map(Record::id).toList());
        return window(env, made);
    }

    private static Record credit(Env env, Record wizard, Record move) {
        String reason = env.text(wizard, "reason");
        String reference = "Reversal of: " + env.text(move, "name");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("move_type", env.text(move, "move_type").equals("out_refund") ? "out_invoice" : "out_refund");
        values.put("ref", reason.isEmpty() ? reference : reference + ", " + reason);
        values.put("date", env.text(wizard, "date"));
        values.put("invoice_date", env.text(wizard, "date"));
        values.put("journal_id", env.get(wizard, "journal_id"));
        values.put("invoice_origin", env.get(move, "invoice_origin"));
        values.put("reversed_entry_id", move.id());
        return copy(env, move, values);
    }

    /** The lines keep their order lines, so that a credit note takes the quantity off again. */
    private static Record copy(Env env, Record move, Map<String, Object> more) {
        Map<String, Object> values = new LinkedHashMap<>(more);
        for (String field : List.of(
                "partner_id",
                "partner_shipping_id",
                "currency_id",
                "fiscal_position_id",
                "invoice_payment_term_id",
                "invoice_user_id",
                "team_id",
                "narration")) {
            values.put(field, env.get(move, field));
        }
        values.putIfAbsent("journal_id", env.get(move, "journal_id"));
        List<Object> lines = new ArrayList<>();
        env.many(move, "invoice_line_ids").forEach(line -> lines.add(List.of(0L, 0L, line(env, line))));
        values.put("invoice_line_ids", lines);
        return env.create(InvoiceModel.NAME, values);
    }

    private static Map<String, Object> line(Env env, Record line) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : List.of(
                "display_type",
                "sequence",
                "product_id",
                "name",
                "quantity",
                "product_uom_id",
                "price_unit",
                "discount",
                "account_id")) {
            values.put(field, env.get(line, field));
        }
        values.put("tax_ids", List.of(List.of(6L, 0L, env.ids(line, "tax_ids"))));
        values.put("sale_line_ids", List.of(List.of(6L, 0L, env.ids(line, "sale_line_ids"))));
        return values;
    }

    private static Map<String, Object> window(Env env, List<Record> made) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Reverse Moves");
        action.put("type", "ir.actions.act_window");
        action.put("res_model", InvoiceModel.NAME);
        if (made.size() == 1) {
            action.put("view_mode", "form");
            action.put("res_id", made.get(0).id());
            action.put("context", Map.of("default_move_type", env.text(made.get(0), "move_type")));
        } else {
            action.put("view_mode", "list,form");
            action.put(
                    "domain",
                    List.of(List.of("id", "in", made.stream().map(Record::id).toList())));
        }
        return action;
    }

    /** Only posted documents, and a journal of the same kind, which the caller must name. */
    private static final class ReversalRules implements Rules {

        @Override
        public void beforeCreate(Env env, Map<String, Object> values) {
            if (values.containsKey("move_ids")) {
                return;
            }
            List<Long> ids = env.context().text("active_model", "").equals(InvoiceModel.NAME)
                            && env.context().get("active_ids") instanceof List<?> list
                    ? list.stream().map(id -> ((Number) id).longValue()).toList()
                    : List.of();
            for (Record move : env.require(InvoiceModel.NAME, ids)) {
                if (!env.text(move, "state").equals("posted")) {
                    throw OdooException.user("To reverse a journal entry, it has to be posted first.");
                }
            }
            values.put("move_ids", List.of(List.of(6L, 0L, ids)));
        }

        @Override
        public void afterCreate(Env env, Record wizard, Set<String> given) {
            Object type = env.get(env.follow(wizard, "journal_id"), "type");
            boolean other = env.many(wizard, "move_ids").stream()
                    .noneMatch(move -> type.equals(env.get(env.follow(move, "journal_id"), "type")));
            if (other) {
                throw OdooException.user("Journal should be the same type as the reversed entry.");
            }
        }
    }
}

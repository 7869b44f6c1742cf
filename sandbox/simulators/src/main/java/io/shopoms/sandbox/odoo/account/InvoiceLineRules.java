package io.shopoms.sandbox.odoo.account;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a line of an invoice gets when nothing is said: the product's name, price and taxes. */
final class InvoiceLineRules implements Rules {

    private static final List<String> FIXED_WHEN_POSTED =
            List.of("product_id", "quantity", "price_unit", "discount", "tax_ids", "account_id", "display_type");

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        if (!(values.get("move_id") instanceof Number id)) {
            throw OdooException.value("Expected singleton: account.move()");
        }
        Record move = env.require(InvoiceModel.NAME, id.longValue());
        if (env.text(move, "state").equals("posted")) {
            throw readOnly(List.of("line_ids"));
        }
        if (!(values.get("display_type") instanceof String text) || text.isEmpty()) {
            values.put("display_type", "product");
        }
        if (InvoiceModel.isInvoice(env, move) && "product".equals(values.get("display_type"))) {
            goods(env, move, values);
        }
    }

    private static void goods(Env env, Record move, Map<String, Object> values) {
        values.putIfAbsent("quantity", BigDecimal.ONE);
        values.putIfAbsent("account_id", Accounts.of(env, Accounts.SALES).id());
        if (values.get("product_id") instanceof Number id) {
            Record product = env.require("product.product", id.longValue());
            values.computeIfAbsent("name", key -> env.display(product));
            values.computeIfAbsent(
                    "price_unit",
                    key -> env.number(product, "list_price")
                            .multiply(env.number(env.follow(move, "currency_id"), "rate")));
            values.computeIfAbsent("tax_ids", key -> List.of(List.of(6L, 0L, env.ids(product, "taxes_id"))));
            values.putIfAbsent("product_uom_id", env.get(product, "uom_id"));
        }
    }

    @Override
    public void afterCreate(Env env, Record line, Set<String> given) {
        InvoiceTotals.later(env, env.follow(line, "move_id"));
    }

    @Override
    public void beforeWrite(Env env, Record line, Map<String, Object> values) {
        if (!env.text(line, "parent_state").equals("posted")) {
            return;
        }
        if (values.containsKey("tax_ids")) {
            throw OdooException.user(
                    "You cannot modify the taxes related to a posted journal item, you should reset the"
                            + " journal entry to draft to do so.");
        }
        List<String> refused =
                values.keySet().stream().filter(FIXED_WHEN_POSTED::contains).toList();
        if (!refused.isEmpty()) {
            throw readOnly(refused);
        }
    }

    @Override
    public void afterWrite(Env env, Record line, Map<String, Object> before) {
        InvoiceTotals.later(env, env.follow(line, "move_id"));
    }

    @Override
    public void beforeUnlink(Env env, Record line) {
        if (env.text(line, "parent_state").equals("posted") && !env.context().isTrue("force_delete")) {
            throw posted();
        }
        Reconciliation.undo(env, line);
        InvoiceTotals.later(env, env.follow(line, "move_id"));
    }

    static OdooException posted() {
        return OdooException.user(
                "You can't delete a posted journal item. Reset the journal entry to draft before deleting it.");
    }

    private static OdooException readOnly(List<String> fields) {
        return OdooException.user(
                "You cannot modify the following readonly fields on a posted move: " + String.join(", ", fields));
    }
}

package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes draft invoices of what is left to invoice. Not idempotent: what is on a draft counts as invoiced, but a further
 * delivery or a larger quantity is simply invoiced again. Needs no invoicing right, as in Odoo.
 */
public final class OrderInvoicing {

    private OrderInvoicing() {}

    /**
     * @param returns whether lines with more invoiced than due are taken along, which can turn the result into a credit note
     * @param together one invoice for orders of one customer, addresses and currency
     * @throws OdooException if nothing is left
     */
    public static List<Record> invoice(Env env, List<Record> orders, boolean returns, boolean together) {
        Map<Object, List<Record>> groups = new LinkedHashMap<>();
        Map<Record, List<Record>> due = new LinkedHashMap<>();
        for (Record order : orders) {
            List<Record> lines = due(env, order, returns);
            if (lines.stream().anyMatch(line -> env.text(line, "display_type").isEmpty())) {
                due.put(order, lines);
                Object key = together ? key(env, order) : order;
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(order);
            }
        }
        if (due.isEmpty()) {
            throw OdooException.user(
                    "Cannot create an invoice. No items are available to invoice.\n\nPlease ensure that"
                            + " the products have been delivered, and that the invoicing policy of the product is configured"
                            + " correctly.");
        }
        List<Record> invoices = new ArrayList<>();
        groups.values().forEach(group -> invoices.add(create(env, group, due)));
        env.flush();
        invoices.forEach(invoice -> switchIfNegative(env, invoice));
        env.flush();
        return invoices;
    }

    private static Object key(Env env, Record order) {
        return Arrays.asList(
                env.get(order, "company_id"),
                env.get(order, "partner_invoice_id"),
                env.get(order, "partner_shipping_id"),
                env.get(order, "currency_id"),
                env.get(order, "fiscal_position_id"));
    }

    /** Notes always come along; a section only when something below it does. */
    private static List<Record> due(Env env, Record order, boolean returns) {
        List<Record> due = new ArrayList<>();
        List<Record> waiting = new ArrayList<>();
        for (Record line : env.many(order, "order_line")) {
            String type = env.text(line, "display_type");
            if (type.equals("line_section")) {
                waiting.clear();
            }
            if (type.equals("line_section")
                    || type.equals("line_subsection")
                    || !type.isEmpty() && !waiting.isEmpty()) {
                waiting.add(line);
            } else if (!type.isEmpty() || isDue(env, line, returns)) {
                due.addAll(waiting);
                waiting.clear();
                due.add(line);
            }
        }
        return due;
    }

    private static boolean isDue(Env env, Record line, boolean returns) {
        int sign = Invoiced.left(env, line).signum();
        return sign > 0 || sign < 0 && returns;
    }

    private static Record create(Env env, List<Record> orders, Map<Record, List<Record>> due) {
        Record first = orders.get(0);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("move_type", "out_invoice");
        values.put(
                "ref",
                joined(orders.stream().map(order -> reference(env, order)).toList()));
        values.put(
                "invoice_origin",
                joined(orders.stream().map(order -> env.text(order, "name")).toList()));
        values.put("narration", env.get(first, "note"));
        values.put("currency_id", env.get(first, "currency_id"));
        values.put("partner_id", env.get(first, "partner_invoice_id"));
        values.put("partner_shipping_id", env.get(first, "partner_shipping_id"));
        values.put("fiscal_position_id", env.get(first, "fiscal_position_id"));
        values.put("invoice_payment_term_id", env.get(first, "payment_term_id"));
        values.put("invoice_user_id", env.get(first, "user_id"));
        values.put("team_id", env.get(first, "team_id"));
        values.put("payment_reference", orders.size() == 1 ? env.get(first, "reference") : null);
        List<Object> lines = new ArrayList<>();
        orders.forEach(order -> due.get(order).forEach(line -> lines.add(line(env, line, lines.size()))));
        values.put("invoice_line_ids", lines);
        return env.create("account.move", values);
    }

    private static String reference(Env env, Record order) {
        String own = env.text(order, "client_order_ref");
        return own.isEmpty() ? env.text(order, "name") : own;
    }

    private static String joined(List<String> texts) {
        return String.join(", ", texts.stream().distinct().toList());
    }

    private static Object line(Env env, Record line, int sequence) {
        String type = env.text(line, "display_type");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("display_type", type.isEmpty() ? "product" : type);
        values.put("sequence", (long) sequence);
        values.put("name", name(env, line));
        values.put("sale_line_ids", List.of(List.of(4L, line.id())));
        if (type.isEmpty()) {
            values.put("product_id", env.get(line, "product_id"));
            values.put("product_uom_id", env.get(line, LineNames.unit(line)));
            values.put("quantity", Invoiced.left(env, line));
            values.put("discount", env.number(line, "discount"));
            values.put("price_unit", env.number(line, "price_unit"));
            values.put("tax_ids", List.of(List.of(6L, 0L, env.ids(line, LineNames.taxes(line)))));
        }
        return List.of(0L, 0L, values);
    }

    private static String name(Env env, Record line) {
        String own = env.text(line, "name");
        Record product = env.follow(line, "product_id");
        String shown = product == null ? "" : env.display(product);
        return own.contains(shown) ? own : shown + "\n" + own;
    }

    /** More taken back than invoiced: Odoo turns the draft into a credit note with positive quantities. */
    private static void switchIfNegative(Env env, Record invoice) {
        if (env.number(invoice, "amount_total").signum() >= 0) {
            return;
        }
        env.write(invoice, Map.of("move_type", "out_refund"));
        for (Record line : env.many(invoice, "invoice_line_ids")) {
            BigDecimal quantity = env.number(line, "quantity");
            env.write(line, Map.of("quantity", quantity.negate()));
        }
    }
}

package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.stock.Deliveries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What of an order's lines is on invoices. Quantities count drafts, amounts only what is posted; a credit note takes off
 * again, but only if its lines are linked to the order's.
 */
final class Invoiced {

    private static final Set<String> ANY = Set.of("draft", "posted");
    private static final Set<String> POSTED = Set.of("posted");

    private Invoiced() {}

    static List<Record> lines(Env env, Record line) {
        return env.by("account.move.line", "sale_line_ids", line.id());
    }

    /** The ids of the invoices and credit notes of an order, the newest first. */
    static Object documents(Env env, Record order) {
        List<Long> ids = env.many(order, "order_line").stream()
                .flatMap(line -> lines(env, line).stream())
                .map(line -> (Long) env.get(line, "move_id"))
                .distinct()
                .toList();
        return env.search("account.move", List.of(List.of("id", "in", ids)), "").stream()
                .map(Record::id)
                .toList();
    }

    static BigDecimal quantity(Env env, Record line) {
        return sum(env, line, "quantity", ANY);
    }

    static BigDecimal postedQuantity(Env env, Record line) {
        return sum(env, line, "quantity", POSTED);
    }

    static BigDecimal untaxed(Env env, Record line) {
        return sum(env, line, "price_subtotal", POSTED);
    }

    static BigDecimal amount(Env env, Record line) {
        return sum(env, line, "price_total", POSTED);
    }

    /** What is due by the product's policy and not on a posted document yet, at the line's price. */
    static BigDecimal amountLeft(Env env, Record line) {
        BigDecimal ordered = env.number(line, "product_uom_qty");
        if (ordered.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal due = isByOrder(env, line) ? ordered : Deliveries.delivered(env, line);
        return env.number(line, "price_total")
                .multiply(due.subtract(postedQuantity(env, line)))
                .divide(ordered, MathContext.DECIMAL64);
    }

    static Object total(Env env, Record order, BiFunction<Env, Record, BigDecimal> ofLine) {
        return env.many(order, "order_line").stream()
                .map(line -> ofLine.apply(env, line))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Env env, Record line, String field, Set<String> states) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Record invoiced : lines(env, line)) {
            Record document = env.follow(invoiced, "move_id");
            if (states.contains(env.text(document, "state"))) {
                boolean credit = env.text(document, "move_type").equals("out_refund");
                BigDecimal value = env.number(invoiced, field);
                sum = credit ? sum.subtract(value) : sum.add(value);
            }
        }
        return sum;
    }

    /** By the product's policy; negative when more is invoiced than was ordered or delivered. */
    static BigDecimal left(Env env, Record line) {
        Record order = env.follow(line, "order_id");
        if (!env.text(order, "state").equals("sale")
                || !env.text(line, "display_type").isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal due = isByOrder(env, line) ? env.number(line, "product_uom_qty") : Deliveries.delivered(env, line);
        return due.subtract(quantity(env, line));
    }

    private static boolean isByOrder(Env env, Record line) {
        Record product = env.follow(line, "product_id");
        return product != null && env.text(product, "invoice_policy").equals("order");
    }

    static Object status(Env env, Record line) {
        Record order = env.follow(line, "order_id");
        if (!env.text(order, "state").equals("sale")) {
            return "no";
        }
        BigDecimal ordered = env.number(line, "product_uom_qty");
        if (left(env, line).signum() != 0) {
            return "to invoice";
        }
        if (isByOrder(env, line)
                && ordered.signum() >= 0
                && Deliveries.delivered(env, line).compareTo(ordered) > 0) {
            return "upselling";
        }
        if (quantity(env, line).compareTo(ordered) >= 0) {
            return "invoiced";
        }
        boolean settled = !isByOrder(env, line) && Deliveries.isSettled(env, line);
        return settled ? "invoiced" : "no";
    }

    /** The order's status follows from those of its lines with goods. */
    static Object statusOfOrder(Env env, Record order) {
        if (!env.text(order, "state").equals("sale")) {
            return "no";
        }
        List<Object> states = env.many(order, "order_line").stream()
                .filter(line -> env.text(line, "display_type").isEmpty())
                .map(line -> status(env, line))
                .toList();
        if (states.contains("to invoice")) {
            return "to invoice";
        }
        if (states.isEmpty() || states.contains("no")) {
            return "no";
        }
        return states.contains("upselling") ? "upselling" : "invoiced";
    }
}

package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.stock.Deliveries;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What an order shows of its deliveries and invoices. */
final class OrderStatus {

    /** Value, label, … of an order's and of a line's status. */
    static final String[] INVOICE_STATUSES = {
        "upselling",
        "Upselling Opportunity",
        "invoiced",
        "Fully Invoiced",
        "to invoice",
        "To Invoice",
        "no",
        "Nothing to Invoice",
    };

    private OrderStatus() {}

    static Object delivery(Env env, Record order) {
        List<String> states = Deliveries.pickings(env, order).stream()
                .map(picking -> env.text(picking, "state"))
                .toList();
        if (states.stream().allMatch("cancel"::equals)) {
            return null;
        }
        if (states.stream().allMatch(state -> state.equals("done") || state.equals("cancel"))) {
            return "full";
        }
        if (!states.contains("done")) {
            return "pending";
        }
        boolean any = env.many(order, "order_line").stream()
                .anyMatch(line -> Deliveries.delivered(env, line).signum() != 0);
        return any ? "partial" : "started";
    }

    static Object firstShipment(Env env, Record order) {
        return Deliveries.pickings(env, order).stream()
                .filter(picking -> env.text(picking, "state").equals("done"))
                .filter(picking -> env.text(picking, "picking_type_code").equals("outgoing"))
                .map(picking -> (Instant) env.get(picking, "date_done"))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}

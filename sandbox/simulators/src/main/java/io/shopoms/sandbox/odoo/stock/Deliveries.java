package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.company.Units;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the lines of a confirmed order need from the warehouse. A change of quantity joins the open move that has the same
 * deadline; a decrease that finds none becomes an incoming return, which is what happens to an order whose date was
 * written back after its confirmation.
 */
public final class Deliveries {

    private Deliveries() {}

    /** Brings the moves of these lines in step with their quantities. */
    public static void plan(Env env, Record order, List<Record> lines) {
        Set<Record> touched = new LinkedHashSet<>();
        for (Record line : lines) {
            Record product = env.follow(line, "product_id");
            if (product != null && env.text(product, "type").equals("consu")) {
                BigDecimal wanted = Units.convert(
                        env, env.number(line, "product_uom_qty"), unit(env, line), env.follow(product, "uom_id"));
                BigDecimal change = wanted.subtract(planned(env, line));
                if (change.signum() > 0) {
                    touched.add(increase(env, order, line, product, change));
                } else if (change.signum() < 0) {
                    touched.addAll(decrease(env, order, line, product, change.negate()));
                }
            }
        }
        touched.forEach(picking -> Reservation.settle(env, picking));
    }

    public static void cancel(Env env, Record order) {
        pickings(env, order).forEach(picking -> Transfers.cancel(env, picking));
    }

    private static Record unit(Env env, Record line) {
        boolean renamed = line.model().field("product_uom_id") != null;
        return env.follow(line, renamed ? "product_uom_id" : "product_uom");
    }

    /** Shipped less returned, in the line's unit. */
    public static BigDecimal delivered(Env env, Record line) {
        Record product = env.follow(line, "product_id");
        BigDecimal sum = BigDecimal.ZERO;
        for (Record move : env.by("stock.move", "sale_line_id", line.id())) {
            if (env.text(move, "state").equals("done")) {
                sum = sum.add(signed(env, move, env.number(move, "quantity")));
            }
        }
        return product == null ? sum : Units.convert(env, sum, env.follow(product, "uom_id"), unit(env, line));
    }

    /** Whether the warehouse is done with this line: nothing open, and something moved. */
    public static boolean isSettled(Env env, Record line) {
        List<String> states = env.by("stock.move", "sale_line_id", line.id()).stream()
                .map(move -> env.text(move, "state"))
                .toList();
        return states.contains("done")
                && states.stream().allMatch(state -> state.equals("done") || state.equals("cancel"));
    }

    public static List<Record> pickings(Env env, Record order) {
        return env.by("stock.picking", "sale_id", order.id());
    }

    private static BigDecimal planned(Env env, Record line) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Record move : env.by("stock.move", "sale_line_id", line.id())) {
            String state = env.text(move, "state");
            if (!state.equals("cancel")) {
                BigDecimal quantity = env.number(move, state.equals("done") ? "quantity" : "product_uom_qty");
                sum = sum.add(signed(env, move, quantity));
            }
        }
        return sum;
    }

    /** What comes back, and what is sent again after that, counts only if the return says so. */
    private static BigDecimal signed(Env env, Record move, BigDecimal quantity) {
        boolean counts = env.flag(move, "to_refund");
        if (isOutgoing(env, move)) {
            return counts || env.get(move, "origin_returned_move_id") == null ? quantity : BigDecimal.ZERO;
        }
        return counts ? quantity.negate() : BigDecimal.ZERO;
    }

    private static Record increase(Env env, Record order, Record line, Record product, BigDecimal quantity) {
        Record picking = openPicking(env, order);
        for (Record move : openMoves(env, order, line)) {
            if (env.get(move, "picking_id").equals(picking.id())) {
                env.set(
                        move,
                        "product_uom_qty",
                        env.number(move, "product_uom_qty").add(quantity));
                Reservation.confirm(env, move);
                return picking;
            }
        }
        Transfers.addMove(env, picking, product, quantity, move(env, order, line));
        return picking;
    }

    private static List<Record> decrease(Env env, Record order, Record line, Record product, BigDecimal quantity) {
        List<Record> touched = new java.util.ArrayList<>();
        BigDecimal left = quantity;
        for (Record move : openMoves(env, order, line)) {
            BigDecimal demand = env.number(move, "product_uom_qty");
            BigDecimal less = left.min(demand);
            env.set(move, "product_uom_qty", demand.subtract(less));
            if (demand.compareTo(less) == 0) {
                Reservation.cancel(env, move);
            } else {
                Reservation.setQuantity(env, move, env.number(move, "quantity").min(demand.subtract(less)));
            }
            touched.add(env.follow(move, "picking_id"));
            left = left.subtract(less);
        }
        if (left.signum() > 0) {
            touched.add(comeBack(env, order, line, product, left));
        }
        return touched;
    }

    private static Record comeBack(Env env, Record order, Record line, Record product, BigDecimal quantity) {
        Record warehouse = env.follow(order, "warehouse_id");
        Record picking = Transfers.create(
                env,
                env.follow(warehouse, "in_type_id"),
                Locations.of(env, "customer"),
                env.follow(warehouse, "lot_stock_id"),
                header(env, order));
        Map<String, Object> values = move(env, order, line);
        values.put("to_refund", true);
        Transfers.addMove(env, picking, product, quantity, values);
        return picking;
    }

    private static Record openPicking(Env env, Record order) {
        for (Record picking : pickings(env, order)) {
            if (Reservation.isOpen(env, picking)
                    && env.text(picking, "picking_type_code").equals("outgoing")) {
                return picking;
            }
        }
        Record warehouse = env.follow(order, "warehouse_id");
        return Transfers.create(
                env,
                env.follow(warehouse, "out_type_id"),
                env.follow(warehouse, "lot_stock_id"),
                Locations.of(env, "customer"),
                header(env, order));
    }

    private static List<Record> openMoves(Env env, Record order, Record line) {
        return env.by("stock.move", "sale_line_id", line.id()).stream()
                .filter(move -> Reservation.isOpen(env, move) && isOutgoing(env, move))
                .filter(move -> deadline(env, order).equals(env.get(move, "date_deadline")))
                .toList();
    }

    private static boolean isOutgoing(Env env, Record move) {
        return env.text(env.follow(move, "location_dest_id"), "usage").equals("customer");
    }

    private static Instant deadline(Env env, Record order) {
        Instant promised = env.instant(order, "commitment_date");
        return promised == null ? env.instant(order, "date_order") : promised;
    }

    private static Map<String, Object> header(Env env, Record order) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("origin", env.get(order, "name"));
        values.put("sale_id", order.id());
        values.put("partner_id", env.get(order, "partner_shipping_id"));
        values.put("carrier_id", env.get(order, "carrier_id"));
        values.put("scheduled_date", deadline(env, order));
        values.put("date_deadline", deadline(env, order));
        return values;
    }

    private static Map<String, Object> move(Env env, Record order, Record line) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("sale_line_id", line.id());
        values.put("sequence", env.get(line, "sequence"));
        values.put("origin", env.get(order, "name"));
        values.put("date", deadline(env, order));
        values.put("date_deadline", deadline(env, order));
        return values;
    }
}

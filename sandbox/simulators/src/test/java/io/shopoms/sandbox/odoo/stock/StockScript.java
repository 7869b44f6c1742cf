package io.shopoms.sandbox.odoo.stock;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.Odoo;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;

/**
 * What happens to goods in any Odoo, and what is known of them after each step: quantities by warehouse and place, quants,
 * moves. Numbers that differ between databases are left out.
 */
final class StockScript {

    private static final List<String> QUANTITIES =
            List.of("free_qty", "qty_available", "virtual_available", "incoming_qty", "outgoing_qty");
    private static final Map<String, Object> AT_ONCE = Map.of("skip_backorder", true, "skip_sms", true);

    private final Odoo odoo;
    private final Premises at;
    private final String run;
    private final List<String> story = new ArrayList<>();
    private final List<Long> orders = new ArrayList<>();
    private long partner;
    private long mug;

    /** @param run makes names unique in a database that has seen others */
    StockScript(Odoo odoo, Premises at, String run) {
        this.odoo = odoo;
        this.at = at;
        this.run = run;
    }

    List<String> story() {
        return story;
    }

    void prepare() {
        partner = create("res.partner", Map.of("name", "Ada Example " + run));
        mug = product("MUG", Map.of());
    }

    // --- scenes

    void receiptsAndDeliveries() {
        long picking = transfer(at.receipts(), at.vendors(), at.stock(), 10);
        say("planned", button("stock.picking", "action_confirm", picking));
        say("received", validate(picking));
        say("again", validate(picking));
        long order = order(at.first(), 4);
        say("confirmed", confirm(order));
        say("less", quantity(order, 3));
        say("more", quantity(order, 6));
        say("unreserved", button("stock.picking", "do_unreserve", open(order)));
        say("reserved", button("stock.picking", "action_assign", open(order)));
        say("part", pick(open(order), 2));
        say("a question", odoo.call("stock.picking", "button_validate", ids(open(order))));
        say("sent", validate(open(order)));
        say("cancelled", cancel(order));
        say("rest", confirm(order(at.first(), 20)));
        say("came", validate(transfer(at.receipts(), at.vendors(), at.stock(), 3)));
        say("another", confirm(order(at.first(), 5)));
        say("first cancelled", cancel(orders.get(1)));
        say("came again", validate(transfer(at.receipts(), at.vendors(), at.stock(), 1)));
    }

    void counts() {
        say("ten", count(at.stock(), 10, "first count " + run));
        say("the same", count(at.stock(), 10, ""));
        say("fewer", count(at.stock(), 4, "second"));
        say("reserved", confirm(order(at.first(), 3)));
        say("fewer than reserved", count(at.stock(), 1, ""));
        say("below zero", count(at.stock(), -5, ""));
        say("in the other one", count(at.other(), 2.555, ""));
        long quant = quant(at.stock());
        say("written", write(at.stock(), 8));
        say("applied", apply(quant, "mark"));
        say("applied again", apply(quant, "mark"));
        say("written", write(at.stock(), 9));
        say("came meanwhile", validate(transfer(at.receipts(), at.vendors(), at.stock(), 5)));
        say("a question", apply(quant, "late"));
        say("written again", write(at.stock(), 9));
        say("applied", apply(quant, "late"));
        say("written", write(at.stock(), 12));
        say("forgotten", button("stock.quant", "action_clear_inventory_quantity", quant));
        say("directly", odoo.call("stock.quant", "write", vals(quant, Map.of("quantity", 31))));
        say("counted only", odoo.call("stock.quant", "write", vals(quant, Map.of("inventory_quantity", 30))));
        story.add("too much " + count(at.other(), 1e15, "").body().path("res_model"));
        say("much", count(at.other(), 1e12, ""));
        say("nothing", count(at.other(), 0, ""));
        say("opened", odoo.call("stock.quant", "action_view_inventory", Map.of()));
    }

    void refusals() {
        long service = product("SERVICE", Map.of("type", "service", "is_storable", false));
        long loose = product("LOOSE", Map.of("is_storable", false));
        say("ten", count(at.stock(), 10, ""));
        say("service", counting(service, at.stock(), 3));
        say("not storable", counting(loose, at.stock(), 3));
        say("view", counting(mug, parent(), 3));
        say("unknown place", counting(mug, 99_999_999, 3));
        say("unknown product", counting(99_999_999, at.stock(), 3));
        say(
                "no place",
                odoo.call("stock.quant", "create", inventory(Map.of("product_id", mug, "inventory_quantity", 1))));
        say(
                "no product",
                odoo.call(
                        "stock.quant",
                        "create",
                        inventory(Map.of("location_id", at.stock(), "inventory_quantity", 1))));
        say(
                "more fields",
                odoo.call(
                        "stock.quant",
                        "create",
                        inventory(Map.of(
                                "product_id",
                                mug,
                                "location_id",
                                at.stock(),
                                "inventory_quantity",
                                1,
                                "quantity",
                                2))));
        say(
                "moved",
                odoo.call(
                        "stock.quant",
                        "write",
                        Map.of(
                                "ids",
                                List.of(quant(at.stock())),
                                "vals",
                                Map.of("location_id", at.shelf()),
                                "context",
                                Map.of("inventory_mode", true))));
        say("unknown quant", apply(99_999_999, ""));
        say("deleted", status(button("stock.quant", "unlink", quant(at.stock()))));
        say(
                "conflict",
                status(odoo.call("stock.inventory.conflict", "create", Map.of("vals_list", List.of(Map.of())))));
        say("zero transfer", validate(confirmed(transfer(at.deliveries(), at.other(), at.customers(), 3))));
        say(
                "draft",
                odoo.call(
                        "stock.picking",
                        "button_validate",
                        ids(transfer(at.deliveries(), at.stock(), at.customers(), 30))));
        say("scrap too much", scrap(at.stock(), 200));
        say("scrap nothing", scrap(at.stock(), 0));
        say("service now", odoo.call("product.product", "write", vals(loose, Map.of("type", "service"))));
    }

    void places() {
        say("stock", count(at.stock(), 10, ""));
        say("shelf", count(at.shelf(), 4, ""));
        say("other", count(at.other(), 6, ""));
        say("loss", validate(confirmed(transfer(at.internal(), at.stock(), at.loss(), 1))));
        say("found", validate(confirmed(transfer(at.internal(), at.loss(), at.stock(), 2))));
        say("over", validate(confirmed(transfer(at.internal(), at.stock(), at.other(), 3))));
        say("put away", validate(confirmed(transfer(at.internal(), at.stock(), at.shelf(), 2))));
        say("an order takes from both", confirm(order(at.first(), 12)));
        say("sent", validate(open(orders.get(0))));
        say("of the other", confirm(order(at.second(), 30)));
        say("over", validate(confirmed(transfer(at.internal(), at.stock(), at.other(), 1))));
        for (Map<String, ?> context : List.<Map<String, ?>>of(
                Map.of("warehouse", at.second()),
                Map.of("warehouse_id", List.of(at.first(), at.second())),
                Map.of("search_warehouse", at.second()),
                Map.of("warehouse_id", "Annex"),
                Map.of("warehouse_id", 0),
                Map.of("warehouse_id", 99_999_999),
                Map.of("warehouse_id", List.of(at.second(), 99_999_999)),
                Map.of("location", 99_999_999),
                Map.of("location", List.of(at.other(), 99_999_999)),
                Map.of("location", "Shelf"),
                Map.of("location", String.valueOf(at.stock())),
                Map.of("location", List.of()),
                Map.of("location", false),
                Map.of("location", at.stock(), "strict", true),
                Map.of("warehouse_id", at.second(), "location", at.stock()),
                Map.of("warehouse_id", at.first(), "location", at.shelf()),
                Map.of("location", at.customers()),
                Map.of("location", at.loss()),
                Map.of("location", List.of(at.shelf(), at.stock())))) {
            story.add(keys(context) + " " + quantities(context));
        }
        story.add("nested "
                + odoo.ok(
                        "product.product",
                        "web_search_read",
                        Map.of(
                                "domain",
                                List.of(List.of("id", "=", mug)),
                                "specification",
                                Map.of("free_qty", Map.of()),
                                "context",
                                Map.of("warehouse_id", 99_999_999))));
        story.add("found "
                + odoo.call(
                                "product.product",
                                "search_count",
                                Map.of(
                                        "domain",
                                        List.of(List.of("id", "=", mug), List.of("free_qty", ">", 0)),
                                        "context",
                                        Map.of("warehouse_id", 99_999_999)))
                        .status());
        odoo.ok("product.product", "write", vals(mug, Map.of("active", false)));
        story.add("archived " + quantities(Map.of()) + searched(Map.of()) + searched(Map.of("active_test", false)));
    }

    void returnsAndScrap() {
        say("ten", count(at.stock(), 10, ""));
        say("sold", confirm(order(at.first(), 4)));
        long sent = open(orders.get(0));
        say("sent", validate(sent));
        say("back", takeBack(sent, 1));
        say("scrapped", scrap(at.stock(), 2));
        long again = create("stock.scrap", Map.of("product_id", mug, "scrap_qty", 1, "location_id", at.stock()));
        say("scrapped", button("stock.scrap", "action_validate", again));
        say("scrapped again", button("stock.scrap", "action_validate", again));
        say("sold", confirm(order(at.first(), 3)));
        say("sold", confirm(order(at.first(), 2)));
        say("scrap what is reserved", scrap(at.stock(), 4));
        say("back", takeBack(sent, 2));
        say("more was sent", odoo.call("stock.move", "write", vals(move(sent), Map.of("quantity", 5))));
        say("less was sent", odoo.call("stock.move", "write", vals(move(sent), Map.of("quantity", 1))));
    }

    void shortages() {
        say("six", count(at.stock(), 6, ""));
        for (int i = 0; i < 3; i++) {
            say("sold", confirm(order(at.first(), 2)));
        }
        say("three", count(at.stock(), 3, ""));
        say("forced", pick(open(orders.get(2)), 2));
        say("sent", validate(open(orders.get(2))));
        say("first cancelled", cancel(orders.get(0)));
        say("two", count(at.stock(), 2, ""));
        say("forced below zero", pick(open(orders.get(1)), 9));
        say("sent", validate(open(orders.get(1))));
        say("five", count(at.stock(), 5, ""));
    }

    void units() {
        JsonNode units = odoo.ok(
                "uom.uom",
                "search_read",
                Map.of(
                        "domain",
                        List.of(List.of("name", "in", List.of("Units", "Dozens", "kg", "g"))),
                        "fields",
                        List.of("name", "relative_factor", "relative_uom_id", "factor", "rounding", "parent_path"),
                        "order",
                        "id",
                        "context",
                        Map.of("active_test", false)));
        story.add(units.toString());
        long dozens = units.get(1).get("id").asLong();
        say("thirty", count(at.stock(), 30, ""));
        long order = order(at.first(), 1.5, Map.of("product_uom_id", dozens));
        say("sold by the dozen", confirm(order));
        say("sent", validate(open(order)));
        story.add("delivered "
                + odoo.ok(
                                "sale.order.line",
                                "search_read",
                                Map.of(
                                        "domain",
                                        List.of(List.of("order_id", "=", order)),
                                        "fields",
                                        List.of("qty_delivered")))
                        .get(0)
                        .get("qty_delivered"));
        say(
                "by the kilogram",
                confirm(order(
                        at.first(), 0.003, Map.of("product_uom_id", units.get(3).get("id")))));
        mug = product("EGGS", Map.of("uom_id", dozens));
        say("two dozen", count(at.stock(), 2, ""));
        say(
                "six eggs",
                confirm(order(
                        at.first(), 6, Map.of("product_uom_id", units.get(0).get("id")))));
        say("sent", validate(open(orders.get(2))));
    }

    /** A difference instead of a count: a transfer from or to the loss, which an external id makes exactly once. */
    void marks() {
        say("ten", count(at.stock(), 10, ""));
        List<?> row = loaded("shopoms.less" + run, 3, at.stock(), at.loss());
        Reply made = load(row);
        long picking = made.firstId();
        say("loaded", status(made));
        say("loaded again", status(load(row)));
        say("confirmed", button("stock.picking", "action_confirm", picking));
        say("assigned", button("stock.picking", "action_assign", picking));
        say("done", validate(picking));
        say("again", validate(picking));
        say("loaded again", status(load(row)));
        long more =
                load(loaded("shopoms.more" + run, 30, at.loss(), at.stock())).firstId();
        say("confirmed", button("stock.picking", "action_confirm", more));
        say("done", validate(more));
        say("sold", confirm(order(at.first(), 35)));
        long forced =
                load(loaded("shopoms.forced" + run, 40, at.stock(), at.loss())).firstId();
        say("confirmed", button("stock.picking", "action_confirm", forced));
        say("typed", pick(forced, 40));
        say("done", validate(forced));
    }

    /**
     * The same for everybody who gives the same random numbers. Not on the shelf: which of two places an order takes from
     * depends on the second in which goods came.
     */
    void anything(Random random, int changes) {
        for (int i = 0; i < changes; i++) {
            change(random, i);
        }
    }

    private void change(Random random, int i) {
        int kind = random.nextInt(16);
        int amount = 1 + random.nextInt(9);
        long place = List.of(at.stock(), at.stock(), at.other()).get(random.nextInt(3));
        long target = List.of(at.stock(), at.other(), at.loss()).get(random.nextInt(3));
        int any = random.nextInt(100);
        String what = i + "/" + kind + " " + amount + " " + at.name(place) + " " + at.name(target) + " " + any;
        Long order = orders.isEmpty() ? null : orders.get(any % orders.size());
        switch (kind) {
            case 0, 1 -> say("receive " + what, validate(transfer(at.receipts(), at.vendors(), place, amount)));
            case 2 -> say("count " + what, count(place, any % 25 - 2, "count " + i));
            case 3, 4, 5 -> say("sell " + what, confirm(order(any % 3 == 0 ? at.second() : at.first(), amount)));
            case 6 -> say("move " + what, validate(confirmed(transfer(at.internal(), place, target, amount))));
            case 7 -> say("scrap " + what, scrap(place, amount));
            case 8 -> say("open " + what, odoo.call("stock.quant", "action_view_inventory", Map.of()));
            default -> {
                if (order != null) {
                    change(what, kind, order, amount);
                }
            }
        }
    }

    private void change(String what, int kind, long order, int amount) {
        long open = open(order);
        switch (kind) {
            case 9 -> say("cancel " + what, cancel(order));
            case 10 -> say("change " + what, quantity(order, amount));
            default -> {
                if (open == 0) {
                    tell("nothing open " + what);
                } else if (kind == 11 || kind == 12) {
                    say("send " + what, validate(open));
                } else if (kind == 13) {
                    say("release " + what, button("stock.picking", "do_unreserve", open));
                } else if (kind == 14) {
                    say("assign " + what, button("stock.picking", "action_assign", open));
                } else {
                    say("type " + what, pick(open, amount));
                }
            }
        }
    }

    // --- telling

    private void say(String what, Reply reply) {
        JsonNode body = reply.body();
        String answer = reply.status() == 200
                ? body.isObject()
                        ? "window "
                                + body.path("res_model")
                                        .asText(body.path("name").asText())
                        : ""
                : body.path("name").asText() + ": " + plain(reply.message());
        story.add(what + " → " + reply.status() + " " + answer);
        tell(what);
    }

    /** Messages that name people or groups differ; the kind of failure does not. */
    private static Reply status(Reply reply) {
        return reply.status() == 200
                ? new Reply(200, reply.headers(), com.fasterxml.jackson.databind.node.BooleanNode.TRUE, "true")
                : new Reply(
                        reply.status(),
                        reply.headers(),
                        io.shopoms.sandbox.fault.Json.MAPPER.createObjectNode().put("name", reply.name()),
                        "");
    }

    private String plain(String text) {
        return text.replace(run, "")
                .replaceAll("User: \\d+", "User")
                .replaceAll("\\(\\w[^()]*\\)$", "()")
                .replaceAll("\\b(ANNEX|WH|SP)/", "")
                .replaceAll("S?\\d{4,}", "n");
    }

    private void tell(String what) {
        for (Map<String, ?> context : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("warehouse_id", at.first()),
                Map.of("warehouse_id", at.second()),
                Map.of("location", at.shelf()))) {
            story.add("  " + keys(context) + " " + quantities(context));
        }
        JsonNode group = odoo.ok(
                        "stock.quant",
                        "formatted_read_group",
                        Map.of(
                                "domain",
                                List.of(
                                        List.of("product_id", "=", mug),
                                        List.of("location_id", "child_of", at.stock())),
                                "groupby",
                                List.of("product_id"),
                                "aggregates",
                                List.of("quantity:sum", "reserved_quantity:sum")))
                .path(0);
        story.add("  sums " + group.path("quantity:sum") + " " + group.path("reserved_quantity:sum"));
        rows(
                        "stock.quant",
                        "location_id",
                        "quantity",
                        "reserved_quantity",
                        "inventory_quantity",
                        "inventory_quantity_set",
                        "inventory_diff_quantity",
                        "is_outdated")
                .map(row -> "  quant " + at.name(row.at("/location_id/0").asLong()) + values(row))
                .sorted()
                .forEach(story::add);
        rows(
                        "stock.move",
                        "location_id",
                        "location_dest_id",
                        "reference",
                        "origin",
                        "state",
                        "quantity",
                        "product_uom_qty",
                        "product_qty",
                        "is_inventory",
                        "inventory_name",
                        "picking_code",
                        "location_usage",
                        "location_dest_usage",
                        "picked")
                .map(row -> "  move " + at.name(row.at("/location_id/0").asLong()) + " "
                        + at.name(row.at("/location_dest_id/0").asLong()) + values(row))
                .forEach(story::add);
    }

    private java.util.stream.Stream<JsonNode> rows(String model, String... fields) {
        JsonNode rows = odoo.ok(
                model,
                "search_read",
                Map.of("domain", List.of(List.of("product_id", "=", mug)), "fields", List.of(fields), "order", "id"));
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private String values(JsonNode row) {
        List<String> shown = new ArrayList<>();
        row.fields().forEachRemaining(field -> {
            if (!List.of("id", "location_id", "location_dest_id").contains(field.getKey())) {
                shown.add(shown(field.getValue()));
            }
        });
        return " " + String.join(" | ", shown);
    }

    private String shown(JsonNode value) {
        return value.isNumber() ? String.valueOf(value.asDouble()) : plain(value.asText());
    }

    private String keys(Map<String, ?> context) {
        return String.valueOf(new java.util.TreeSet<>(context.keySet()));
    }

    private String quantities(Map<String, ?> context) {
        JsonNode rows = odoo.ok(
                "product.product", "read", Map.of("ids", List.of(mug), "fields", QUANTITIES, "context", context));
        List<String> shown = new ArrayList<>();
        rows.forEach(row -> QUANTITIES.forEach(name -> shown.add(shown(row.get(name)))));
        return shown.toString();
    }

    private String searched(Map<String, ?> context) {
        return " "
                + odoo.ok(
                        "product.product",
                        "search_count",
                        Map.of("domain", List.of(List.of("id", "=", mug)), "context", context));
    }

    // --- acting

    private long product(String code, Map<String, ?> more) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", code);
        values.put("default_code", code + run);
        values.put("type", "consu");
        values.put("is_storable", true);
        values.putAll(more);
        return create("product.product", values);
    }

    private long create(String model, Map<String, ?> values) {
        return odoo.ok(model, "create", Map.of("vals_list", List.of(values)))
                .get(0)
                .asLong();
    }

    private long order(long warehouse, double quantity) {
        return order(warehouse, quantity, Map.of());
    }

    private long order(long warehouse, double quantity, Map<String, ?> more) {
        Map<String, Object> line = new LinkedHashMap<>(more);
        line.put("product_id", mug);
        line.put("product_uom_qty", quantity);
        line.put("price_unit", 1);
        long order = create(
                "sale.order",
                Map.of("partner_id", partner, "warehouse_id", warehouse, "order_line", List.of(List.of(0, 0, line))));
        orders.add(order);
        return order;
    }

    private Reply confirm(long order) {
        return button("sale.order", "action_confirm", order);
    }

    private Reply cancel(long order) {
        return button("sale.order", "action_cancel", order);
    }

    private Reply quantity(long order, int quantity) {
        long line = odoo.ok("sale.order.line", "search", Map.of("domain", List.of(List.of("order_id", "=", order))))
                .get(0)
                .asLong();
        return odoo.call("sale.order.line", "write", vals(line, Map.of("product_uom_qty", quantity, "price_unit", 1)));
    }

    /** The order's first delivery that is neither done nor cancelled, or 0. */
    private long open(long order) {
        return odoo.ok(
                        "stock.picking",
                        "search",
                        Map.of(
                                "domain",
                                List.of(
                                        List.of("sale_id", "=", order),
                                        List.of("picking_type_code", "=", "outgoing"),
                                        List.of("state", "not in", List.of("done", "cancel"))),
                                "order",
                                "id"))
                .path(0)
                .asLong();
    }

    private long transfer(long type, long from, long to, int quantity) {
        Map<String, Object> move =
                Map.of("product_id", mug, "product_uom_qty", quantity, "location_id", from, "location_dest_id", to);
        return create(
                "stock.picking",
                Map.of(
                        "picking_type_id",
                        type,
                        "location_id",
                        from,
                        "location_dest_id",
                        to,
                        "move_ids",
                        List.of(List.of(0, 0, move))));
    }

    private long confirmed(long picking) {
        odoo.ok("stock.picking", "action_confirm", ids(picking));
        return picking;
    }

    private Reply validate(long picking) {
        return odoo.call("stock.picking", "button_validate", Map.of("ids", List.of(picking), "context", AT_ONCE));
    }

    private Reply pick(long picking, int quantity) {
        return odoo.call("stock.move", "write", vals(move(picking), Map.of("quantity", quantity, "picked", true)));
    }

    private long move(long picking) {
        return odoo.ok("stock.move", "search", Map.of("domain", List.of(List.of("picking_id", "=", picking))))
                .get(0)
                .asLong();
    }

    private Reply takeBack(long picking, int quantity) {
        long wizard = create(
                "stock.return.picking",
                Map.of(
                        "picking_id",
                        picking,
                        "product_return_moves",
                        List.of(List.of(
                                0,
                                0,
                                Map.of(
                                        "product_id",
                                        mug,
                                        "move_id",
                                        move(picking),
                                        "quantity",
                                        quantity,
                                        "to_refund",
                                        true)))));
        return validate(odoo.ok("stock.return.picking", "action_create_returns", ids(wizard))
                .get("res_id")
                .asLong());
    }

    private Reply scrap(long place, int quantity) {
        long scrap = create("stock.scrap", Map.of("product_id", mug, "scrap_qty", quantity, "location_id", place));
        return button("stock.scrap", "action_validate", scrap);
    }

    private Reply count(long place, double counted, String name) {
        Reply written = write(place, counted);
        return written.status() == 200 ? apply(written.body().get(0).asLong(), name) : written;
    }

    private Reply write(long place, double counted) {
        return counting(mug, place, counted);
    }

    private Reply counting(long product, long place, double counted) {
        return odoo.call(
                "stock.quant",
                "create",
                inventory(Map.of("product_id", product, "location_id", place, "inventory_quantity", counted)));
    }

    private static Map<String, Object> inventory(Map<String, ?> values) {
        return Map.of("vals_list", List.of(values), "context", Map.of("inventory_mode", true));
    }

    private Reply apply(long quant, String name) {
        Map<String, Object> context = name.isEmpty() ? Map.of() : Map.of("inventory_name", name);
        return odoo.call("stock.quant", "action_apply_inventory", Map.of("ids", List.of(quant), "context", context));
    }

    private long quant(long place) {
        return odoo.ok(
                        "stock.quant",
                        "search",
                        Map.of("domain", List.of(List.of("product_id", "=", mug), List.of("location_id", "=", place))))
                .get(0)
                .asLong();
    }

    private long parent() {
        return odoo.read("stock.location", at.stock(), "location_id")
                .at("/location_id/0")
                .asLong();
    }

    private List<?> loaded(String name, int quantity, long from, long to) {
        return List.of(
                name,
                String.valueOf(at.internal()),
                String.valueOf(from),
                String.valueOf(to),
                "drift",
                name + "_move",
                String.valueOf(mug),
                String.valueOf(quantity),
                String.valueOf(from),
                String.valueOf(to),
                "1",
                "found by the shop",
                "drift 7");
    }

    private Reply load(List<?> row) {
        List<String> columns = List.of(
                "id",
                "picking_type_id/.id",
                "location_id/.id",
                "location_dest_id/.id",
                "origin",
                "move_ids/id",
                "move_ids/product_id/.id",
                "move_ids/product_uom_qty",
                "move_ids/location_id/.id",
                "move_ids/location_dest_id/.id",
                "move_ids/is_inventory",
                "move_ids/inventory_name",
                "move_ids/origin");
        return odoo.call("stock.picking", "load", Sheets.load(columns, Sheets.CREATE_ONLY, row));
    }

    private Reply button(String model, String method, long id) {
        return odoo.call(model, method, ids(id));
    }

    private static Map<String, Object> ids(long id) {
        return Map.of("ids", List.of(id));
    }

    private static Map<String, Object> vals(long id, Map<String, ?> values) {
        return Map.of("ids", List.of(id), "vals", values);
    }
}

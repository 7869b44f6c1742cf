package io.shopoms.sandbox.odoo.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.fixtures.Invoices;
import io.shopoms.sandbox.odoo.fixtures.Odoo;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same calls for any Odoo, and what came of them, without ids and dates: a simulated and a real one must tell the same
 * story. Leaves orders, invoices and payments behind.
 */
final class AccountingScript {

    private static final String[] SALE = {
        "state", "invoice_status", "delivery_status", "amount_total", "amount_invoiced", "amount_to_invoice"
    };
    private static final String[] SOLD = {
        "product_uom_qty",
        "qty_delivered",
        "qty_invoiced",
        "qty_to_invoice",
        "untaxed_amount_invoiced",
        "invoice_status",
        "price_subtotal",
        "price_total"
    };
    private static final String[] BILL = {
        "name",
        "move_type",
        "state",
        "payment_state",
        "amount_untaxed",
        "amount_tax",
        "amount_total",
        "amount_residual",
        "ref",
        "invoice_origin"
    };
    private static final String[] PAID = {"name", "state", "amount", "payment_type", "memo", "is_reconciled"};

    private final Odoo odoo;
    private final Invoices invoices;
    private final String run;
    private final List<String> story = new ArrayList<>();
    private final Map<String, Long> taxes = new LinkedHashMap<>();
    private long partner;
    private long goods;
    private long byDelivery;
    private long bank;
    private long sales;
    private int orders;

    /** @param run makes names unique in a database that has seen others */
    AccountingScript(Odoo odoo, String run) {
        this.odoo = odoo;
        this.invoices = new Invoices(odoo);
        this.run = run;
    }

    /** @param wanted 19 for a tax on top, -19 for one within the price */
    void prepare(List<String> wanted) {
        partner = odoo.ok("res.partner", "create", Map.of("vals_list", Map.of("name", "Ada Example " + run)))
                .get(0)
                .asLong();
        goods = product("GOODS", "order");
        byDelivery = product("BYDEL", "delivery");
        bank = journal("bank");
        sales = journal("sale");
        wanted.forEach(this::findTax);
    }

    private long product(String code, String policy) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", code);
        values.put("default_code", code + "-" + run);
        values.put("is_storable", true);
        values.put("type", "consu");
        values.put("invoice_policy", policy);
        long product = odoo.ok("product.product", "create", Map.of("vals_list", List.of(values)))
                .get(0)
                .asLong();
        long stock = odoo.ok("stock.warehouse", "search_read", Map.of("fields", List.of("lot_stock_id"), "limit", 1))
                .at("/0/lot_stock_id/0")
                .asLong();
        JsonNode quant = odoo.ok(
                "stock.quant",
                "create",
                Map.of(
                        "vals_list",
                        List.of(Map.of("product_id", product, "location_id", stock, "inventory_quantity", 1000)),
                        "context",
                        Map.of("inventory_mode", true)));
        odoo.ok("stock.quant", "action_apply_inventory", Map.of("ids", quant));
        return product;
    }

    private long journal(String type) {
        List<Object> domain = List.of(List.of("type", "=", type));
        return odoo.ok("account.journal", "search", Map.of("domain", domain, "limit", 1))
                .get(0)
                .asLong();
    }

    private void findTax(String signed) {
        BigDecimal percent = new BigDecimal(signed);
        JsonNode found = odoo.ok(
                "account.tax",
                "search",
                Map.of(
                        "domain",
                        List.of(
                                List.of("amount", "=", percent.abs()),
                                List.of("price_include", "=", percent.signum() < 0),
                                List.of("type_tax_use", "=", "sale"),
                                List.of("amount_type", "=", "percent")),
                        "limit",
                        1));
        if (found.isEmpty()) {
            throw new AssertionError("this Odoo lacks a sales tax of " + signed + " %");
        }
        taxes.put(signed, found.get(0).asLong());
    }

    List<String> story() {
        return List.copyOf(story);
    }

    void ordersAndTheirInvoicesOfManyAmounts(int count, String currency) {
        Random random = new Random(19);
        for (int i = 0; i < count; i++) {
            List<List<Object>> lines = new ArrayList<>();
            for (int line = 1 + random.nextInt(6); line > 0; line--) {
                lines.add(randomLine(random));
            }
            long order = order(lines, currency);
            long invoice = invoices.invoice(order);
            tell("order", odoo.read("sale.order", order, "amount_untaxed", "amount_tax", "amount_total"));
            orderLines(order);
            document(invoice);
            JsonNode items = odoo.ok(
                    "account.move.line",
                    "search_read",
                    Map.of(
                            "domain",
                            List.of(List.of("move_id", "=", invoice)),
                            "fields",
                            List.of("display_type", "price_subtotal", "price_total", "amount_currency"),
                            "order",
                            "id"));
            TreeSet<String> sorted = new TreeSet<>();
            int number = 0;
            for (JsonNode item : items) {
                boolean typed = item.get("display_type").asText().equals("product");
                sorted.add(text(item, List.of("display_type", typed ? "price_subtotal" : "amount_currency"))
                        + (typed ? " #" + number++ + " " + item.get("price_total") : ""));
            }
            story.addAll(sorted);
        }
    }

    private List<Object> randomLine(Random random) {
        List<String> names = List.copyOf(taxes.keySet());
        String tax = random.nextInt(6) == 0 ? "" : names.get(random.nextInt(names.size()));
        String second = names.get(random.nextInt(names.size()));
        if (!tax.isEmpty() && random.nextInt(6) == 0 && !second.equals(tax)) {
            tax = tax + "," + second;
        }
        double price = random.nextInt(3) == 0
                ? (1 + random.nextInt(999_999)) / 10_000.0
                : (1 + random.nextInt(20_000)) / 100.0;
        double[] discounts = {0, 0, 0, 10, 12.5, 33.33};
        return List.of(goods, 1 + random.nextInt(9), price, discounts[random.nextInt(discounts.length)], tax);
    }

    void invoiceOncePayInPartsThenCreditAPart() {
        long order = order(List.of(List.of(goods, 3, 12.1, 0, "21"), List.of(goods, 2, 19.99, 10, "-7")));
        long invoice = invoices.invoice(order);
        both(order, invoice);
        answer("nothing left", invoices.tryToInvoice(order));
        answer("post", invoices.button("account.move", "action_post", invoice));
        answer("post again", invoices.button("account.move", "action_post", invoice));
        both(order, invoice);
        answer("write", write(invoice, Map.of("partner_id", partner)));
        answer("unlink", invoices.button("account.move", "unlink", invoice));
        long part = pay(Map.of("journal_id", bank, "amount", 10, "communication", "part"), invoice);
        document(invoice);
        payment(part);
        long rest = pay(Map.of("journal_id", bank, "communication", "rest"), invoice);
        document(invoice);
        payment(part);
        payment(rest);
        answer("nothing to pay", wizard("account.payment.register", "action_create_payments", invoice));
        long credit = invoices.wizard(
                        "account.move.reversal", "refund_moves", Map.of("journal_id", sales, "reason", "back"), invoice)
                .body()
                .get("res_id")
                .asLong();
        both(order, credit);
        JsonNode lines = invoices.move(credit, "invoice_line_ids").get("invoice_line_ids");
        answer(
                "edit",
                write(
                        credit,
                        Map.of(
                                "invoice_line_ids",
                                List.of(
                                        List.of(1, lines.get(0).asLong(), Map.of("quantity", 1)),
                                        List.of(2, lines.get(1).asLong(), 0)))));
        answer("post credit", invoices.button("account.move", "action_post", credit));
        both(order, credit);
        payment(pay(Map.of("journal_id", bank, "communication", "out"), credit));
        both(order, credit);
        answer("cancel order", invoices.button("sale.order", "action_cancel", order));
        both(order, invoice);
    }

    void fullCreditNoteThenCancelledPaymentsAndDrafts() {
        long order = order(List.of(List.of(goods, 1, 50, 0, "19")));
        long invoice = invoices.posted(order);
        long paid = pay(Map.of("journal_id", bank, "communication", "paid"), invoice);
        answer("payment to draft", invoices.button("account.payment", "action_draft", paid));
        document(invoice);
        answer("payment cancelled", invoices.button("account.payment", "action_cancel", paid));
        document(invoice);
        long credit = invoices.wizard("account.move.reversal", "refund_moves", Map.of("journal_id", sales), invoice)
                .body()
                .get("res_id")
                .asLong();
        invoices.button("account.move", "action_post", credit);
        document(invoice);
        both(order, credit);
        answer("draft", invoices.button("account.move", "button_draft", invoice));
        document(invoice);
        answer("cancel", invoices.button("account.move", "button_cancel", invoice));
        both(order, invoice);
        answer("cancel again", invoices.button("account.move", "button_cancel", invoice));
        document(credit);
        answer("journal missing", wizard("account.move.reversal", "refund_moves", credit));
    }

    void loadedDocumentsSettleEachOther() {
        long order = order(List.of(List.of(goods, 3, 12.1, 0, "21"), List.of(goods, 2, 5, 0, "")));
        JsonNode lines = odoo.read("sale.order", order, "order_line").get("order_line");
        Map<String, Object> bill = bill("out_invoice", "", lines.get(0).asLong(), 3, 12.1);
        Reply first = odoo.call("account.move", "load", bill);
        Reply again = odoo.call("account.move", "load", bill);
        answer("loaded twice is one", first.firstId() == again.firstId());
        long invoice = first.firstId();
        both(order, invoice);
        invoices.button("account.move", "action_post", invoice);
        Reply afterwards = odoo.call(
                "account.move", "load", bill("out_invoice", "", lines.get(0).asLong(), 3, 12.1));
        answer("loaded when posted", afterwards.firstId() == invoice);
        long credit = odoo.call(
                        "account.move",
                        "load",
                        bill("out_refund", String.valueOf(invoice), lines.get(0).asLong(), 1, 12.1))
                .firstId();
        both(order, credit);
        answer("post credit", invoices.button("account.move", "action_post", credit));
        both(order, credit);
        document(invoice);
        long payment = odoo.call(
                        "account.payment",
                        "load",
                        Sheets.load(
                                List.of("id", "partner_id/.id", "amount", "memo", "journal_id/.id", "invoice_ids/.id"),
                                Sheets.CREATE_ONLY,
                                List.of(
                                        "__shopify__.script_payment_" + run,
                                        partner,
                                        "100",
                                        "loaded",
                                        bank,
                                        String.valueOf(invoice))))
                .firstId();
        payment(payment);
        answer("post payment", invoices.button("account.payment", "action_post", payment));
        answer("post payment again", invoices.button("account.payment", "action_post", payment));
        payment(payment);
        document(invoice);
        long entry = odoo.read("account.payment", payment, "move_id")
                .at("/move_id/0")
                .asLong();
        long receivable = odoo.ok(
                        "account.move.line",
                        "search",
                        Map.of(
                                "domain",
                                List.of(
                                        List.of("move_id", "=", entry),
                                        List.of("account_type", "=", "asset_receivable"))))
                .get(0)
                .asLong();
        for (String time : List.of("assign", "assign again")) {
            answer(
                    time,
                    odoo.call(
                            "account.move",
                            "js_assign_outstanding_line",
                            Map.of("ids", List.of(invoice), "line_id", receivable)));
            document(invoice);
            payment(payment);
        }
        answer("unreconcile", invoices.button("account.move.line", "remove_move_reconcile", receivable));
        document(invoice);
        payment(payment);
    }

    private Map<String, Object> bill(String type, String reversed, long orderLine, int quantity, double price) {
        return Sheets.load(
                List.of(
                        "id",
                        "move_type",
                        "partner_id/.id",
                        "reversed_entry_id/.id",
                        "ref",
                        "invoice_line_ids/id",
                        "invoice_line_ids/product_id/.id",
                        "invoice_line_ids/name",
                        "invoice_line_ids/quantity",
                        "invoice_line_ids/price_unit",
                        "invoice_line_ids/tax_ids/.id",
                        "invoice_line_ids/sale_line_ids/.id"),
                Sheets.CREATE_ONLY,
                List.of(
                        "__shopify__.script_" + type + "_" + run,
                        type,
                        partner,
                        reversed,
                        "loaded",
                        "__shopify__.script_line_" + type + "_" + run,
                        goods,
                        "Goods",
                        quantity,
                        price,
                        String.valueOf(taxes.get("21")),
                        String.valueOf(orderLine)));
    }

    void lockedOrdersAndChangedQuantities() {
        long order = order(List.of(List.of(goods, 3, 12.1, 0, "21"), List.of(byDelivery, 2, 5, 0, "")));
        long line =
                odoo.read("sale.order", order, "order_line").at("/order_line/0").asLong();
        long invoice = invoices.posted(order);
        answer("lock", invoices.button("sale.order", "action_lock", order));
        answer("cancel locked", invoices.button("sale.order", "action_cancel", order));
        answer("edit locked", edit(line, 2));
        answer("unlock", invoices.button("sale.order", "action_unlock", order));
        answer("edit", edit(line, 2));
        both(order, invoice);
        long credit = invoices.invoice(order);
        both(order, credit);
        answer("post", invoices.button("account.move", "action_post", credit));
        both(order, credit);
        answer("more", edit(line, 4));
        long more = invoices.invoice(order);
        both(order, more);
        answer("wrong journal", create(Map.of("move_type", "out_invoice", "journal_id", bank)));
        answer("unknown journal", create(Map.of("move_type", "out_invoice", "journal_id", 999_999)));
        answer("posted at once", create(Map.of("move_type", "out_invoice", "state", "posted")));
        long empty = create(Map.of("move_type", "out_invoice")).body().get(0).asLong();
        answer("nothing to post", invoices.button("account.move", "action_post", empty));
        answer("cancel", invoices.button("sale.order", "action_cancel", order));
        both(order, more);
    }

    private Reply edit(long line, int quantity) {
        return odoo.call(
                "sale.order.line",
                "write",
                Map.of("ids", List.of(line), "vals", Map.of("product_uom_qty", quantity, "price_unit", 12.1)));
    }

    private Reply create(Map<String, ?> values) {
        return odoo.call("account.move", "create", Map.of("vals_list", List.of(values)));
    }

    void aPaymentWhoseJournalIsWrittenAgain() {
        long order = order(List.of(List.of(goods, 1, 50, 0, "19")));
        long invoice = invoices.posted(order);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("partner_id", partner);
        values.put("amount", 59.5);
        values.put("journal_id", bank);
        values.put("invoice_ids", List.of(List.of(6, 0, List.of(invoice))));
        long payment = odoo.ok("account.payment", "create", Map.of("vals_list", List.of(values)))
                .get(0)
                .asLong();
        odoo.ok("account.payment", "write", Map.of("ids", List.of(payment), "vals", Map.of("journal_id", bank)));
        answer("post", invoices.button("account.payment", "action_post", payment));
        payment(payment);
        document(invoice);
        answer("pay again", wizard("account.payment.register", "action_create_payments", invoice));
        document(invoice);
        payment(payment);
    }

    void deliveredGoodsComeBack() {
        long order = order(List.of(List.of(byDelivery, 3, 10, 0, "21")));
        answer("nothing delivered", invoices.tryToInvoice(order));
        orderLines(order);
        long picking = odoo.read("sale.order", order, "picking_ids")
                .at("/picking_ids/0")
                .asLong();
        answer("deliver", invoices.button("stock.picking", "button_validate", picking));
        long invoice = invoices.posted(order);
        both(order, invoice);
        Map<String, Object> context = Map.of("active_model", "stock.picking", "active_id", picking);
        JsonNode wizard =
                odoo.ok("stock.return.picking", "create", Map.of("vals_list", List.of(Map.of()), "context", context));
        answer("nothing back", odoo.call("stock.return.picking", "action_create_returns", Map.of("ids", wizard)));
        JsonNode lines = odoo.ok(
                "stock.return.picking.line", "search", Map.of("domain", List.of(List.of("wizard_id", "in", wizard))));
        odoo.ok("stock.return.picking.line", "write", Map.of("ids", lines, "vals", Map.of("quantity", 1)));
        long back = odoo.ok("stock.return.picking", "action_create_returns", Map.of("ids", wizard))
                .get("res_id")
                .asLong();
        both(order, invoice);
        answer("arrives", invoices.button("stock.picking", "button_validate", back));
        answer("arrives again", invoices.button("stock.picking", "button_validate", back));
        both(order, invoice);
        long credit = invoices.invoice(order);
        both(order, credit);
        answer("cancel", invoices.button("sale.order", "action_cancel", order));
        both(order, credit);
    }

    private long pricelist(String code) {
        JsonNode found = odoo.ok(
                "product.pricelist",
                "search",
                Map.of("domain", List.of(List.of("currency_id.name", "=", code)), "limit", 1));
        if (found.isEmpty()) {
            throw new AssertionError("this Odoo lacks a price list in " + code);
        }
        return found.get(0).asLong();
    }

    private long order(List<List<Object>> lines) {
        return order(lines, "");
    }

    private long order(List<List<Object>> lines, String currency) {
        String number = run + "-" + orders++;
        List<List<?>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Object> line = lines.get(i);
            String tax = String.valueOf(line.get(4));
            rows.add(List.of(
                    i == 0 ? "__shopify__.script_order_" + number : "",
                    i == 0 ? (Object) partner : "",
                    i == 0 ? "#" + orders : "",
                    "__shopify__.script_line_" + number + "_" + i,
                    line.get(0),
                    "Goods " + i,
                    line.get(1),
                    line.get(2),
                    line.get(3),
                    Stream.of(tax.split(","))
                            .filter(name -> !name.isEmpty())
                            .map(name -> String.valueOf(taxes.get(name)))
                            .collect(Collectors.joining(",")),
                    i == 0 && !currency.isEmpty() ? (Object) pricelist(currency) : ""));
        }
        List<String> columns = List.of(
                "id",
                "partner_id/.id",
                "client_order_ref",
                "order_line/id",
                "order_line/product_id/.id",
                "order_line/name",
                "order_line/product_uom_qty",
                "order_line/price_unit",
                "order_line/discount",
                "order_line/tax_ids/.id",
                "pricelist_id/.id");
        long order = odoo.call(
                        "sale.order", "load", Sheets.load(columns, Sheets.CREATE_ONLY, rows.toArray(List<?>[]::new)))
                .firstId();
        odoo.ok("sale.order", "action_confirm", Map.of("ids", List.of(order)));
        return order;
    }

    private Reply write(long invoice, Map<String, ?> values) {
        return odoo.call("account.move", "write", Map.of("ids", List.of(invoice), "vals", values));
    }

    private Reply wizard(String model, String button, long document) {
        return invoices.wizard(model, button, Map.of(), document);
    }

    private long pay(Map<String, ?> values, long document) {
        return invoices.wizard("account.payment.register", "action_create_payments", values, document)
                .body()
                .get("res_id")
                .asLong();
    }

    private void both(long order, long document) {
        tell("order", odoo.read("sale.order", order, SALE));
        orderLines(order);
        document(document);
    }

    private void orderLines(long order) {
        JsonNode lines = odoo.read("sale.order", order, "order_line").get("order_line");
        lines.forEach(line -> tell("line", odoo.read("sale.order.line", line.asLong(), SOLD)));
    }

    private void document(long document) {
        tell("document", odoo.read("account.move", document, BILL));
    }

    private void payment(long payment) {
        tell("payment", odoo.read("account.payment", payment, PAID));
    }

    /** Success by what is answered, unless that is a window; a failure by status and name. */
    private void answer(String what, Reply reply) {
        String told = reply.status() == 200
                ? reply.body().isObject() ? reply.body().path("res_model").asText() : reply.text()
                : reply.status() + " " + reply.name();
        story.add(what + ": " + told.strip());
    }

    private void answer(String what, boolean holds) {
        story.add(what + ": " + holds);
    }

    private void tell(String what, JsonNode record) {
        List<String> names = new ArrayList<>();
        record.fieldNames().forEachRemaining(names::add);
        names.remove("id");
        names.sort(null);
        story.add(what + ": " + text(record, names));
    }

    private static String text(JsonNode record, List<String> names) {
        StringBuilder out = new StringBuilder();
        for (String name : names) {
            JsonNode value = record.path(name);
            String shown = value.isNumber()
                    ? BigDecimal.valueOf(Math.round(value.asDouble() * 10_000) / 10_000.0)
                            .stripTrailingZeros()
                            .toPlainString()
                    : value.asText().replaceAll("\\d+$|(?<=/)\\d{5}", "#");
            out.append(name).append('=').append(shown).append(' ');
        }
        return out.toString().strip();
    }
}

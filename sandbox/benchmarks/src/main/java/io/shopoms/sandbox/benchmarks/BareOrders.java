package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What Odoo itself can do: bare {@code load} and {@code action_confirm} of orders of the benchmark's shape; one partner for
 * all, products and tax looked up before.
 */
final class BareOrders {

    private final OdooCalls odoo;
    private final long partner;
    private final long tax;
    private final List<Long> products = new ArrayList<>();

    /** Makes the products of the benchmark's orders where Odoo lacks them. */
    BareOrders(OdooCalls odoo) {
        this.odoo = odoo;
        for (OrderPayloads.Item item : OrderPayloads.ITEMS) {
            products.add(product(item));
        }
        this.tax = odoo.found(
                        "account.tax",
                        "[[\"type_tax_use\",\"=\",\"sale\"],[\"amount_type\",\"=\",\"percent\"],[\"amount\",\"=\",10],"
                                + "[\"price_include\",\"=\",false]]")
                .orElseThrow(() -> new IllegalStateException("Odoo has no sales tax of 10 %, not included"));
        this.partner = odoo.call("res.partner", "create", "{\"vals_list\":[{\"name\":\"Benchmark\"}]}")
                .get(0)
                .asLong();
    }

    /** Loads and confirms {@code count} orders; orders per second. */
    double rate(long first, int count) throws InterruptedException {
        return odoo.rate(first, count, (begin, size) -> confirm(load(begin, size)));
    }

    private JsonNode load(long first, int count) {
        ObjectNode body = OdooCalls.JSON.createObjectNode();
        body.putObject("context").put("mode", "update").put("noupdate", true);
        ArrayNode fields = body.putArray("fields");
        List.of(
                        "id",
                        "partner_id/.id",
                        "client_order_ref",
                        "order_line/id",
                        "order_line/product_id/.id",
                        "order_line/name",
                        "order_line/product_uom_qty",
                        "order_line/price_unit",
                        "order_line/tax_ids/.id")
                .forEach(fields::add);
        ArrayNode rows = body.putArray("data");
        for (long id = first; id < first + count; id++) {
            for (int line = 0; line < products.size(); line++) {
                OrderPayloads.Item item = OrderPayloads.ITEMS.get(line);
                String order = "__shopify__.benchmark_order_" + id;
                rows.addArray()
                        .add(line == 0 ? order : "")
                        .add(line == 0 ? Long.toString(partner) : "")
                        .add(line == 0 ? "#" + id : "")
                        .add(order + "_" + line)
                        .add(products.get(line))
                        .add(item.title())
                        .add(item.quantity())
                        .add(item.price())
                        .add(Long.toString(tax));
            }
        }
        return odoo.load("sale.order", body.toString(), count);
    }

    private void confirm(JsonNode ids) {
        odoo.call("sale.order", "action_confirm", "{\"ids\":" + ids + "}");
    }

    private long product(OrderPayloads.Item item) {
        String domain = "[[\"default_code\",\"=\",\"" + item.sku() + "\"]]";
        return odoo.found("product.product", domain)
                .orElseGet(() -> odoo.call(
                                "product.product",
                                "create",
                                "{\"vals_list\":[{\"name\":\"" + item.title() + "\",\"default_code\":\"" + item.sku()
                                        + "\",\"type\":\"consu\",\"is_storable\":true,\"list_price\":" + item.price()
                                        + "}]}")
                        .get(0)
                        .asLong());
    }
}

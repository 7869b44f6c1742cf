package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.stack.StackStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What Odoo itself can do: bare {@code load} and {@code action_confirm} of orders of the benchmark's shape, 50 in a call,
 * two calls in flight, and nothing else; one partner for all, products and tax looked up before.
 */
final class OdooDirect {

    static final int BATCH = 50;
    private static final int IN_FLIGHT = 2;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final StackStatus.OdooAccess odoo;
    private final long partner;
    private final long tax;
    private final List<Long> products = new ArrayList<>();

    /** Makes the products of the benchmark's orders where Odoo lacks them. */
    OdooDirect(StackStatus.OdooAccess odoo) {
        this.odoo = odoo;
        for (OrderPayloads.Item item : OrderPayloads.ITEMS) {
            products.add(product(item));
        }
        this.tax = found(
                        "account.tax",
                        "[[\"type_tax_use\",\"=\",\"sale\"],[\"amount_type\",\"=\",\"percent\"],[\"amount\",\"=\",10],"
                                + "[\"price_include\",\"=\",false]]")
                .orElseThrow(() -> new IllegalStateException("Odoo has no sales tax of 10 %, not included"));
        this.partner = call("res.partner", "create", "{\"vals_list\":[{\"name\":\"Benchmark\"}]}")
                .get(0)
                .asLong();
    }

    /** Loads and confirms {@code count} orders; orders per second. */
    double rate(long first, int count) throws InterruptedException {
        ExecutorService lanes = Executors.newFixedThreadPool(IN_FLIGHT);
        try {
            long start = System.nanoTime();
            List<Future<?>> batches = new ArrayList<>();
            for (long from = first; from < first + count; from += BATCH) {
                long begin = from;
                int size = (int) Math.min(BATCH, first + count - from);
                batches.add(lanes.submit(() -> confirm(load(begin, size))));
            }
            for (Future<?> batch : batches) {
                batch.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            return count / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Odoo did not take bare orders", e);
        } finally {
            lanes.shutdownNow();
        }
    }

    private JsonNode load(long first, int count) {
        ObjectNode body = JSON.createObjectNode();
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
        JsonNode ids = call("sale.order", "load", body.toString()).path("ids");
        if (ids.size() != count) {
            throw new IllegalStateException("Odoo refused the bare orders");
        }
        return ids;
    }

    private void confirm(JsonNode ids) {
        call("sale.order", "action_confirm", "{\"ids\":" + ids + "}");
    }

    private long product(OrderPayloads.Item item) {
        String domain = "[[\"default_code\",\"=\",\"" + item.sku() + "\"]]";
        return found("product.product", domain)
                .orElseGet(() -> call(
                                "product.product",
                                "create",
                                "{\"vals_list\":[{\"name\":\"" + item.title() + "\",\"default_code\":\"" + item.sku()
                                        + "\",\"type\":\"consu\",\"is_storable\":true,\"list_price\":" + item.price()
                                        + "}]}")
                        .get(0)
                        .asLong());
    }

    private Optional<Long> found(String model, String domain) {
        JsonNode records = call(model, "search_read", "{\"domain\":" + domain + ",\"fields\":[\"id\"],\"limit\":1}");
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(records.get(0).path("id").asLong());
    }

    private JsonNode call(String model, String method, String arguments) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(odoo.url() + "/json/2/" + model + "/" + method))
                .timeout(LIMIT)
                .header("Authorization", "bearer " + odoo.apiKey())
                .header("X-Odoo-Database", odoo.database())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(arguments))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Odoo answers " + answer.statusCode() + " to " + model + "/" + method);
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("Odoo does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

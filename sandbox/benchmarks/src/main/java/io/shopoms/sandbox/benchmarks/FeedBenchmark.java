package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.stack.LocalStack;
import io.shopoms.sandbox.stack.StackStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A feed of 10,000 products with three variants each into the simulated Shopify, over HTTP: the first run, one with a
 * hundredth changed, and one in which nothing changed. What Shopify then tells of its products goes on to Odoo beside it, as
 * in production. Only the processes that this takes run.
 */
final class FeedBenchmark {

    /** What the stack must be told before it starts. */
    static final Map<String, String> SETTINGS =
            Map.of("SHOPOMS_CATALOG_LEADER", "feed", "SHOPOMS_CATALOG_FEEDS_ALLOW_HOSTS", "127.0.0.0/8");

    private static final int PRODUCTS = 10_000;
    private static final int CHANGED = PRODUCTS / 100;
    private static final Duration LIMIT = Duration.ofMinutes(25);
    private static final Set<String> ENDED = Set.of("completed", "unchanged", "failed", "cancelled", "waiting");

    private static final String FEED = """
            {"id": "benchmark", "name": "Benchmark", "connection_type": "http", "credentials": {"url": "%s"},
             "format": "csv", "product_key": "product",
             "mapping": {"title": "name", "description": "text", "vendor": {"constant": "Acme"}, "tags": {"source": "tags", "split": "|"},
                         "option1.name": {"constant": "Size"}, "option1.value": "size",
                         "variant.sku": "sku", "variant.price": "price"}}""";

    private final LocalStack stack;
    private final Figures figures;

    FeedBenchmark(LocalStack stack, Figures figures) {
        this.stack = stack;
        this.figures = figures;
    }

    void run() throws IOException, InterruptedException {
        ProductBenchmark.PARTS.forEach(stack::start);
        StackStatus status = stack.status();
        ControlCall catalog =
                new ControlCall(status.part("catalog-sync-service").url(), status.operatorToken());
        ControlCall shopify = new ControlCall(status.shopify().adminUrl(), "");
        try (FeedFile file = FeedFile.serve();
                CacheDatabase database = CacheDatabase.ofProducts(status.jdbcUrl())) {
            file.write(PRODUCTS, 0);
            catalog.post("/api/configs", FEED.formatted(file.url()));
            measure("first run", catalog, shopify);
            long start = System.nanoTime();
            boolean all = Figures.await(() -> database.done() >= PRODUCTS, LIMIT);
            figures.print(
                    "until Odoo had them all, too, s more",
                    "%.1f%s",
                    (System.nanoTime() - start) / 1e9,
                    all ? "" : " and not done: " + database.done());
            file.write(PRODUCTS, CHANGED);
            measure("1 % changed", catalog, shopify);
            measure("unchanged", catalog, shopify);
            figures.print("products FAILED on the way to Odoo", "%d", database.cached("FAILED"));
        }
        long pid = stack.status().part("catalog-sync-service").pid();
        figures.print("catalog-sync-service, peak RSS", "%d MiB", ProcessCost.peakMib(pid));
    }

    private void measure(String name, ControlCall catalog, ControlCall shopify) throws InterruptedException {
        Instant began = Instant.now();
        long start = System.nanoTime();
        String run = catalog.post("/api/sync/benchmark", "{}").path("run").asText();
        boolean ended = Figures.await(() -> hasEnded(catalog.get("/api/logs/" + run)), LIMIT);
        double seconds = (System.nanoTime() - start) / 1e9;
        JsonNode log = catalog.get("/api/logs/" + run);
        figures.print(
                "feed, " + name + ", s",
                "%.1f, %s%s %s",
                seconds,
                ended ? "" : "not ended: ",
                log.path("status").asText(),
                log.path("results"));
        Map<String, Long> calls = calls(shopify, began);
        figures.print("feed, " + name + ", calls of Shopify", "%s", calls);
    }

    private static boolean hasEnded(JsonNode log) {
        return ENDED.contains(log.path("status").asText())
                && log.path("results").path("open").asLong() == 0;
    }

    /** By operation; the simulator remembers its newest 5,000 requests. */
    private static Map<String, Long> calls(ControlCall shopify, Instant since) {
        Map<String, Long> calls = new TreeMap<>();
        shopify.get("/control/requests").forEach(request -> {
            if (!Instant.parse(request.path("at").asText()).isBefore(since)) {
                calls.merge(request.path("operation").asText(), 1L, Long::sum);
            }
        });
        return calls;
    }
}

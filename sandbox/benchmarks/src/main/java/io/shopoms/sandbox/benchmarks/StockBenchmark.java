package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.stack.LocalStack;
import io.shopoms.sandbox.stack.StackStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Stock from the simulated Odoo to the simulated Shopify: everything for the first time, everything when nothing differs, a
 * hundredth changed, and single changes at random moments. Only the processes that this takes run: not the services of
 * orders, products and fulfillments.
 */
final class StockBenchmark {

    private static final String SERVICE = "inventory-sync-service";
    private static final List<String> BEFORE = List.of("postgresql", "broker", "simulators");

    /** So many come by event; the others are put into the service's table, to measure the comparison alone. */
    private static final int LINKS = 200;

    private static final int CHANGES = 120;
    private static final Duration CHANGES_WITHIN = Duration.ofMinutes(1);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration RUN_LIMIT = Duration.ofMinutes(8);
    private static final int SAMPLE = 100;

    /** What the issue of stock allows beyond the pause between two looks at Odoo. */
    private static final int GOAL_SECONDS_MORE = 2;

    private final LocalStack stack;
    private final Figures figures;
    private final int items;
    private final int pollSeconds;
    private StockDatabase database;
    private ControlCall service;
    private ControlCall shopify;
    private CallCounts ofShopify;
    private CallCounts ofOdoo;
    private long pid;

    /** @param items at least 400 */
    StockBenchmark(LocalStack stack, Figures figures, int items, int pollSeconds) {
        this.stack = stack;
        this.figures = figures;
        this.items = items;
        this.pollSeconds = pollSeconds;
    }

    /** What the stack must be told before it starts. */
    static Map<String, String> settings(int pollSeconds) {
        return Map.of("SHOPOMS_INVENTORY_ODOO_POLL_INTERVAL", pollSeconds + "S");
    }

    void run() throws IOException, InterruptedException {
        BEFORE.forEach(stack::start);
        StackStatus status = stack.status();
        StockOnSale stock = new StockOnSale(status, items);
        stock.make();
        stack.start("webhook-gateway");
        stack.start(SERVICE);
        service = new ControlCall(status.part(SERVICE).url(), status.operatorToken());
        shopify = new ControlCall(status.shopify().adminUrl(), "");
        ControlCall odoo = new ControlCall(status.odoo().url(), "");
        ofShopify = new CallCounts(shopify);
        ofOdoo = new CallCounts(odoo);
        pid = stack.status().part(SERVICE).pid();
        try (StockDatabase opened = new StockDatabase(status.jdbcUrl())) {
            database = opened;
            settle();
            List<ObjectNode> links = stock.links();
            linksByEvent(stock, links.subList(0, LINKS));
            database.link(links.subList(LINKS, items));
            firstRun();
            nothingDiffers();
            StockChanges changes = new StockChanges(odoo, shopify);
            hundredthChanged(changes);
            singleChanges(changes);
            figures.print("items with a failure, drifts", "%d, %d", database.failures(), database.drifts());
        }
        figures.footprint(stack, "at the end");
    }

    /** A new service maps its location, compares an empty store and looks at Odoo's last hour before it is asked for more. */
    private void settle() throws InterruptedException {
        boolean settled =
                Figures.await(() -> database.mapped() > 0 && openJobs() == 0 && jobs().size() > 0, START_LIMIT);
        if (!settled) {
            throw new IllegalStateException("the service does not map its location or compare the new store: see "
                    + stack.log(SERVICE) + ", " + database.mapped() + " mapped, jobs " + jobs());
        }
        figures.print("inventory service, RSS before the links", "%d MiB", ProcessCost.residentMib(pid));
    }

    /** As the catalog service publishes them: each item is looked at as soon as it is linked. */
    private void linksByEvent(StockOnSale stock, List<ObjectNode> links) throws IOException, InterruptedException {
        begin();
        long start = System.nanoTime();
        stock.publish(links);
        boolean done = Figures.await(() -> database.done() >= LINKS && database.pending() == 0, RUN_LIMIT);
        report(LINKS + " links by event, until written", start, done);
    }

    private void firstRun() throws InterruptedException {
        begin();
        long start = System.nanoTime();
        service.post("/api/sync/all", "{}");
        boolean done =
                Figures.await(() -> database.done() >= items && database.pending() == 0 && openJobs() == 0, RUN_LIMIT);
        report("first run, everything written", start, done);
        figures.print("of " + SAMPLE + " items, Shopify shows Odoo's stock of", "%d", shown());
    }

    private void nothingDiffers() throws InterruptedException {
        begin();
        long start = System.nanoTime();
        String job = service.post("/api/sync/all", "{}").path("job").asText();
        boolean done = Figures.await(() -> openJobs() == 0 && database.pending() == 0, RUN_LIMIT);
        report("nothing differs", start, done);
        JsonNode ended = service.get("/api/jobs/" + job);
        figures.print("nothing differs, job", "%s %s", ended.path("status").asText(), ended.path("counters"));
    }

    private void hundredthChanged(StockChanges changes) throws InterruptedException {
        int changed = items / 100;
        begin();
        long start = System.nanoTime();
        List<Double> seconds = changes.atOnce(1, changed, StockOnSale.STOCK + 1);
        boolean done = Figures.await(() -> database.pending() == 0, RUN_LIMIT) && seconds.size() == changed;
        long calls = report("1 % changed (" + changed + ")", start, done);
        figures.print("1 % changed, calls per changed item", "%.2f", (double) calls / changed);
    }

    private void singleChanges(StockChanges changes) throws InterruptedException {
        begin();
        long start = System.nanoTime();
        List<Double> seconds = changes.atRandom(items - CHANGES, CHANGES, StockOnSale.STOCK + 2, CHANGES_WITHIN);
        report("single changes", start, seconds.size() == CHANGES);
        figures.print(
                "change in Odoo until Shopify shows it, s; poll every " + pollSeconds + " s, goal p95 "
                        + (pollSeconds + GOAL_SECONDS_MORE),
                "%s",
                new Delays(seconds));
        figures.print("changes that Shopify does not show", "%d", changes.unseen());
    }

    private void begin() {
        ofShopify.sinceLast();
        ofOdoo.sinceLast();
        ProcessCost.forgetPeak(pid);
    }

    /** @return calls of both sides */
    private long report(String name, long start, boolean done) {
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Long> calls = ofShopify.sinceLast();
        Map<String, Long> asked = ofOdoo.sinceLast();
        figures.print(name + ", s", "%.1f%s", seconds, done ? "" : " and not done, due: " + database.pending());
        figures.print(name + ", calls of Shopify", "%d %s", CallCounts.sum(calls), calls);
        figures.print(name + ", calls of Odoo, its polls included", "%d %s", CallCounts.sum(asked), asked);
        figures.print(name + ", inventory service, peak RSS", "%d MiB", ProcessCost.peakMib(pid));
        return CallCounts.sum(calls) + CallCounts.sum(asked);
    }

    private long shown() {
        return LongStream.range(0, SAMPLE)
                .map(i -> 1 + i * items / SAMPLE)
                .filter(product -> shopify.get("/control/inventory/" + StockOnSale.sku(product))
                                .path("available")
                                .asInt()
                        == StockOnSale.STOCK)
                .count();
    }

    private JsonNode jobs() {
        return service.get("/api/jobs?type=inventory").path("items");
    }

    private long openJobs() {
        long open = 0;
        for (JsonNode job : jobs()) {
            String status = job.path("status").asText();
            if (status.equals("PENDING") || status.equals("RUNNING")) {
                open++;
            }
        }
        return open;
    }
}

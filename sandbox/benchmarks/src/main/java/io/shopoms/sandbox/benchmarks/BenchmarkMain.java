package io.shopoms.sandbox.benchmarks;

import io.shopoms.sandbox.stack.LocalStack;
import io.shopoms.sandbox.stack.Ports;
import io.shopoms.sandbox.stack.StackSettings;
import io.shopoms.sandbox.stack.StackStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures, prints, and stops everything again. Takes some minutes and wants a machine with nothing else to do. What it
 * measures and how is said with the figures in {@code docs/performance.md}; with the argument {@code gateway} only
 * the {@link GatewayBenchmark} runs, with {@code orders} the {@link OrderBenchmark}, with {@code catalog} what is about products, with {@code inventory} the {@link StockBenchmark};
 * behind that may stand how many items there are, and the seconds between two looks at Odoo.
 */
public final class BenchmarkMain {

    /** The webhooks are about so many orders: enough to see how fast they are drained, and few enough to see the end. */
    private static final int ORDERS = 3_000;

    /** The backlog's phase ends by then with what it has measured, so that a slow machine is done, too. */
    private static final Duration BACKLOG_LIMIT = Duration.ofSeconds(100);

    private static final Figures FIGURES = new Figures();

    private static final List<String> GATEWAY_AND_BEFORE =
            List.of("postgresql", "broker", "simulators", "webhook-gateway");

    private static final List<String> SYNC_SERVICES =
            List.of("order-sync-service", "catalog-sync-service", "inventory-sync-service", "fulfillment-sync-service");

    private final LocalStack stack;
    private final Path directory;

    private BenchmarkMain(LocalStack stack, Path directory) {
        this.stack = stack;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("shopoms.root", "."));
        Map<String, String> environment = new HashMap<>(System.getenv());
        // The services as they are in production: with the compilers that docker/jvm says.
        environment.putIfAbsent("SHOPOMS_JAVA_OPTS", "");
        boolean inventory = arguments.length > 0 && arguments[0].equals("inventory");
        int pollSeconds = number(arguments, 2, 10);
        if (inventory) {
            environment.putAll(StockBenchmark.settings(pollSeconds));
        }
        Path directory = Files.createTempDirectory("shopoms-benchmark");
        LocalStack stack = stack(root, directory, environment);
        boolean realOdoo = environment.containsKey("ODOO_URL");
        if (List.of(arguments).contains("orders")) {
            stack.up();
            new OrderBenchmark(stack, FIGURES, realOdoo).run();
        } else if (List.of(arguments).contains("catalog")) {
            new ProductBenchmark(stack, FIGURES, realOdoo).run();
            if (!realOdoo) {
                // From the start again: the simulators keep everything that they are given in memory.
                stack.down();
                environment.putAll(FeedBenchmark.SETTINGS);
                Path fresh = Files.createTempDirectory("shopoms-benchmark");
                new FeedBenchmark(stack(root, fresh, environment), FIGURES).run();
            }
        } else if (List.of(arguments).contains("gateway")) {
            new BenchmarkMain(stack, directory).gatewayAlone();
        } else if (inventory) {
            new StockBenchmark(stack, FIGURES, number(arguments, 1, 20_000), pollSeconds).run();
        } else {
            new BenchmarkMain(stack, directory).run();
        }
        System.exit(0);
    }

    /** One that is not started yet, and is stopped at the end. */
    private static LocalStack stack(Path root, Path directory, Map<String, String> environment) {
        LocalStack stack = LocalStack.of(
                new StackSettings(root, directory, Ports.free(), environment), text -> System.err.println("  " + text));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::down, "stop-the-stack"));
        return stack;
    }

    private static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    private void run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        stack.up();
        FIGURES.print("everything up", "%.1f s", (System.nanoTime() - began) / 1e9);
        FIGURES.settledFootprint(stack, "idle");
        SYNC_SERVICES.forEach(stack::kill);
        backlog(stack.status(), new GatewayBenchmark(stack, directory, FIGURES, ORDERS).run());
        FIGURES.settledFootprint(stack, "after the load");
    }

    private void gatewayAlone() throws IOException, InterruptedException {
        GATEWAY_AND_BEFORE.forEach(stack::start);
        FIGURES.settledFootprint(stack, "idle");
        new GatewayBenchmark(stack, directory, FIGURES, ORDERS).run();
        FIGURES.settledFootprint(stack, "after the load");
    }

    /** The queue now holds every webhook of the phase before; it is drained while the clock runs. */
    private void backlog(StackStatus status, Set<String> accepted) throws InterruptedException {
        try (CacheDatabase database = CacheDatabase.ofOrders(status.jdbcUrl())) {
            long began = System.nanoTime();
            stack.start("order-sync-service");
            FIGURES.print(
                    "order-sync-service, seconds to ready with a backlog", "%.1f", (System.nanoTime() - began) / 1e9);
            long takenAtStart = database.taken();
            long doneAtStart = database.done();
            long start = System.nanoTime();
            Figures.await(() -> database.taken() >= accepted.size(), BACKLOG_LIMIT);
            FIGURES.print(
                    "intake, rows/s (a receipt for each webhook), processing beside it",
                    "%.0f",
                    perSecond(database.taken() - takenAtStart, start));
            Figures.await(() -> database.done() >= ORDERS, BACKLOG_LIMIT.minusNanos(System.nanoTime() - start));
            FIGURES.print(
                    "orders/s into the simulated Odoo, intake beside it",
                    "%.1f",
                    perSecond(database.done() - doneAtStart, start));
            FIGURES.print("orders done, of " + ORDERS, "%d", database.done());
            FIGURES.print("orders FAILED", "%d", database.cached("FAILED"));
            Set<String> receipts = database.receipts();
            FIGURES.print(
                    "accepted but not taken in",
                    "%d of %d",
                    accepted.stream().filter(id -> !receipts.contains(id)).count(),
                    accepted.size());
        }
    }

    private static double perSecond(long count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }
}

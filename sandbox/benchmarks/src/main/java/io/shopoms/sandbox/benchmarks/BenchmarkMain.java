package io.shopoms.sandbox.benchmarks;

import io.shopoms.sandbox.stack.LocalStack;
import io.shopoms.sandbox.stack.Ports;
import io.shopoms.sandbox.stack.StackSettings;
import io.shopoms.sandbox.stack.StackStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures, prints, and stops everything again. Takes some minutes and wants a machine with nothing else to do. What it
 * measures and how is said with the figures in {@code docs/performance.md}; with the argument {@code orders} only the
 * {@link OrderBenchmark} runs, with {@code catalog} what is about products, with {@code inventory} the {@link StockBenchmark};
 * behind that may stand how many items there are, and the seconds between two looks at Odoo.
 */
public final class BenchmarkMain {

    /** Leaves most of the compiling behind, for both servers; not proven to be all of it. */
    private static final int WARM_UP = 50_000;

    private static final int ROUND = 8_000;
    private static final int ROUNDS = 5;

    /** The webhooks are about so many orders: enough to see how fast they are drained, and few enough to see the end. */
    private static final int ORDERS = 3_000;

    private static final long FIRST_ORDER = 5_000_000_000L;

    /** Each phase ends by then with what it has measured, so that a slow machine is done within about eight minutes, too. */
    private static final Duration GATEWAY_LIMIT = Duration.ofSeconds(160);

    private static final Duration BACKLOG_LIMIT = Duration.ofSeconds(100);

    private static final Figures FIGURES = new Figures();

    private final LocalStack stack;
    private final Path directory;

    private BenchmarkMain(LocalStack stack, Path directory) {
        this.stack = stack;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("shopoms.root", "."));
        Path directory = Files.createTempDirectory("shopoms-benchmark");
        Map<String, String> environment = new HashMap<>(System.getenv());
        // The services as they are in production: with the optimizing compiler.
        environment.putIfAbsent("SHOPOMS_JAVA_OPTS", "");
        if (List.of(arguments).contains("catalog")) {
            environment.putAll(FeedBenchmark.SETTINGS);
        }
        boolean inventory = arguments.length > 0 && arguments[0].equals("inventory");
        int pollSeconds = number(arguments, 2, 10);
        if (inventory) {
            environment.putAll(StockBenchmark.settings(pollSeconds));
        }
        LocalStack stack = LocalStack.of(
                new StackSettings(root, directory, Ports.free(), environment), text -> System.err.println("  " + text));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::down, "stop-the-stack"));
        boolean realOdoo = environment.containsKey("ODOO_URL");
        if (List.of(arguments).contains("orders")) {
            stack.up();
            new OrderBenchmark(stack, FIGURES, realOdoo).run();
        } else if (List.of(arguments).contains("catalog")) {
            stack.up();
            new ProductBenchmark(stack, FIGURES, realOdoo).run();
            if (!realOdoo) {
                new FeedBenchmark(stack, FIGURES).run();
            }
        } else if (inventory) {
            new StockBenchmark(stack, FIGURES, number(arguments, 1, 20_000), pollSeconds).run();
        } else {
            new BenchmarkMain(stack, directory).run();
        }
        System.exit(0);
    }

    private static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    private void run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        stack.up();
        FIGURES.print("everything up", "%.1f s", (System.nanoTime() - began) / 1e9);
        StackStatus status = stack.status();
        FIGURES.footprint(stack, "ready, idle");
        OrderPayloads payloads =
                OrderPayloads.from(status.shopify().adminUrl(), status.shopify().webhookSecret());
        int bytes = payloads.orders(FIRST_ORDER, 1).get(0).body().length;
        FIGURES.print("payload", "%d bytes", bytes);
        try (Load load = new Load(status.shopify().shopDomain())) {
            Set<String> accepted = gatewayNextToBareServer(status, payloads, load);
            backlog(status, accepted);
        }
        FIGURES.footprint(stack, "after the load");
    }

    /**
     * The order service is stopped meanwhile, so that the machine's two cores are the gateway's and the broker's.
     *
     * @return ids of the webhooks that the gateway accepted
     */
    private Set<String> gatewayNextToBareServer(StackStatus status, OrderPayloads payloads, Load load)
            throws IOException, InterruptedException {
        stack.kill("order-sync-service");
        stack.kill("catalog-sync-service");
        stack.kill("inventory-sync-service");
        stack.kill("fulfillment-sync-service");
        Process bare = bareServer(stack.ports().order(), status.shopify().webhookSecret());
        try {
            long limit = System.nanoTime() + GATEWAY_LIMIT.toNanos();
            long gateway = status.part("webhook-gateway").pid();
            List<SignedWebhook> warmUp = payloads.webhooks(FIRST_ORDER, ORDERS, 0, WARM_UP);
            load.send(stack.ports().order(), warmUp);
            Set<String> accepted =
                    new HashSet<>(load.send(stack.ports().gateway(), warmUp).accepted());
            List<Double> bareMicros = new ArrayList<>();
            List<Double> gatewayMicros = new ArrayList<>();
            List<Double> perSecond = new ArrayList<>();
            for (int round = 0; round < ROUNDS && (round == 0 || System.nanoTime() < limit); round++) {
                List<SignedWebhook> webhooks = payloads.webhooks(FIRST_ORDER, ORDERS, WARM_UP + round * ROUND, ROUND);
                bareMicros.add(microsPerRequest(bare.pid(), stack.ports().order(), webhooks, load, perSecond, false));
                gatewayMicros.add(microsPerRequest(gateway, stack.ports().gateway(), webhooks, load, perSecond, true));
                webhooks.forEach(webhook -> accepted.add(webhook.id()));
            }
            FIGURES.print("bare Vert.x + HMAC, CPU µs per webhook", "%s", new Spread(bareMicros));
            FIGURES.print("gateway, CPU µs per accepted webhook", "%s", new Spread(gatewayMicros));
            FIGURES.print(
                    "gateway / bare", "%.2f", new Spread(gatewayMicros).median() / new Spread(bareMicros).median());
            FIGURES.print("gateway, webhooks/s", "%s", new Spread(perSecond));
            return accepted;
        } finally {
            bare.destroy();
            // Its port is the order service's.
            bare.waitFor();
        }
    }

    private static double microsPerRequest(
            long pid, int port, List<SignedWebhook> webhooks, Load load, List<Double> perSecond, boolean record) {
        long before = ProcessCost.cpuMicros(pid);
        Load.Result result = load.send(port, webhooks);
        long used = ProcessCost.cpuMicros(pid) - before;
        if (result.accepted().size() != webhooks.size()) {
            throw new IllegalStateException(
                    (webhooks.size() - result.accepted().size()) + " of " + webhooks.size() + " were not accepted");
        }
        if (record) {
            perSecond.add(webhooks.size() / result.seconds());
        }
        return (double) used / webhooks.size();
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

    private Process bareServer(int port, String secret) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port),
                        secret)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("bare-server.log").toFile())
                .start();
        boolean up = Figures.await(
                () -> {
                    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
                        return socket.isConnected();
                    } catch (IOException e) {
                        return false;
                    }
                },
                Duration.ofMinutes(1));
        if (!up) {
            throw new IllegalStateException("the bare server does not start: see " + directory);
        }
        return process;
    }
}

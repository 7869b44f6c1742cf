package io.shopoms.sandbox.benchmarks;

import io.shopoms.sandbox.stack.LocalStack;
import io.shopoms.sandbox.stack.Ports;
import io.shopoms.sandbox.stack.StackSettings;
import io.shopoms.sandbox.stack.StackStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Measures, prints, and stops everything again. Takes some minutes and wants a machine with nothing else to do. What it
 * measures and how is said with the figures in {@code docs/performance.md}; with the argument {@code orders} only the
 * {@link OrderBenchmark} runs.
 */
public final class BenchmarkMain {

    private static final int WARM_UP = 20_000;
    private static final int ROUND = 10_000;
    private static final int ROUNDS = 5;
    private static final int BACKLOG = 5_000;
    private static final long FIRST_ORDER = 5_000_000_000L;

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
        environment.putIfAbsent("SHOPOMS_JAVA_OPTS", "-XX:+TieredCompilation");
        LocalStack stack = LocalStack.of(
                new StackSettings(root, directory, Ports.free(), environment), text -> System.err.println("  " + text));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::down, "stop-the-stack"));
        if (List.of(arguments).contains("orders")) {
            stack.up();
            new OrderBenchmark(stack, FIGURES, environment.containsKey("ODOO_URL")).run();
        } else {
            new BenchmarkMain(stack, directory).run();
        }
        System.exit(0);
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
            gatewayNextToBareServer(status, payloads, load);
            backlog(status, payloads, load);
        }
        FIGURES.footprint(stack, "after the load");
    }

    /** The order service is stopped meanwhile, so that the machine's two cores are the gateway's and the broker's. */
    private void gatewayNextToBareServer(StackStatus status, OrderPayloads payloads, Load load)
            throws IOException, InterruptedException {
        stack.kill("order-sync-service");
        stack.kill("fulfillment-sync-service");
        Process bare = bareServer(stack.ports().order(), status.shopify().webhookSecret());
        try {
            long gateway = status.part("webhook-gateway").pid();
            List<SignedWebhook> warmUp = payloads.orders(FIRST_ORDER, WARM_UP);
            load.send(stack.ports().order(), warmUp);
            load.send(stack.ports().gateway(), warmUp);
            List<Double> bareMicros = new ArrayList<>();
            List<Double> gatewayMicros = new ArrayList<>();
            List<Double> perSecond = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<SignedWebhook> webhooks = payloads.orders(FIRST_ORDER + WARM_UP + (long) round * ROUND, ROUND);
                bareMicros.add(microsPerRequest(bare.pid(), stack.ports().order(), webhooks, load, perSecond, false));
                gatewayMicros.add(microsPerRequest(gateway, stack.ports().gateway(), webhooks, load, perSecond, true));
            }
            FIGURES.print("bare Vert.x + HMAC, CPU µs per webhook", "%s", new Spread(bareMicros));
            FIGURES.print("gateway, CPU µs per accepted webhook", "%s", new Spread(gatewayMicros));
            FIGURES.print(
                    "gateway / bare", "%.2f", new Spread(gatewayMicros).median() / new Spread(bareMicros).median());
            FIGURES.print("gateway, webhooks/s", "%s", new Spread(perSecond));
        } finally {
            bare.destroy();
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

    /** The queue now holds every webhook of the phase before; then it is drained while the clock runs. */
    private void backlog(StackStatus status, OrderPayloads payloads, Load load) throws InterruptedException {
        int orders = WARM_UP + ROUNDS * ROUND;
        Set<String> accepted = load.send(stack.ports().gateway(), payloads.orders(FIRST_ORDER + orders, BACKLOG))
                .accepted();
        long all = orders + (long) BACKLOG;
        try (OrderDatabase database = new OrderDatabase(status.jdbcUrl())) {
            long began = System.nanoTime();
            stack.start("order-sync-service");
            FIGURES.print(
                    "order-sync-service, seconds to ready with a backlog", "%.1f", (System.nanoTime() - began) / 1e9);
            long cachedAtStart = database.cached("");
            long start = System.nanoTime();
            Figures.await(() -> database.cached("") >= all, "intake");
            double intake = (System.nanoTime() - start) / 1e9;
            FIGURES.print("intake, rows/s while processing runs", "%.0f", (all - cachedAtStart) / intake);
            drainRate(database);
            Set<String> receipts = database.receipts();
            FIGURES.print(
                    "accepted but not taken in",
                    "%d",
                    accepted.stream().filter(id -> !receipts.contains(id)).count());
        }
    }

    private static void drainRate(OrderDatabase database) throws InterruptedException {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long before = database.cached("PROCESSED");
            long start = System.nanoTime();
            TimeUnit.SECONDS.sleep(5);
            rates.add((database.cached("PROCESSED") - before) / ((System.nanoTime() - start) / 1e9));
        }
        FIGURES.print("orders/s into the simulated Odoo", "%s", new Spread(rates));
        FIGURES.print("orders FAILED", "%d", database.cached("FAILED"));
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
        Figures.await(
                () -> {
                    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
                        return socket.isConnected();
                    } catch (IOException e) {
                        return false;
                    }
                },
                "the bare server");
        return process;
    }
}

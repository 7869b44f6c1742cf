package io.shopoms.sandbox.benchmarks;

import io.shopoms.sandbox.stack.LocalStack;
import io.shopoms.sandbox.stack.StackStatus;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The gateway next to the {@link BareServer}: CPU time for a webhook in alternating rounds, and webhooks per second. Only what
 * the gateway needs runs beside it, so that the machine's two cores are its own, the broker's and the load's.
 */
final class GatewayBenchmark {

    private static final String GATEWAY = "webhook-gateway";

    /** Leaves most of the compiling behind, for both servers; not proven to be all of it. */
    private static final int WARM_UP = 50_000;

    private static final int ROUND = 8_000;
    private static final int ROUNDS = 5;
    private static final long FIRST_ORDER = 5_000_000_000L;

    /** Ends by then with what it has measured, so that a slow machine is done, too. */
    private static final Duration LIMIT = Duration.ofSeconds(160);

    private final LocalStack stack;
    private final Path directory;
    private final Figures figures;
    private final int orders;

    /**
     * @param directory for the bare server's log
     * @param orders the webhooks are about so many
     */
    GatewayBenchmark(LocalStack stack, Path directory, Figures figures, int orders) {
        this.stack = stack;
        this.directory = directory;
        this.figures = figures;
        this.orders = orders;
    }

    /** @return ids of the webhooks that the gateway accepted */
    Set<String> run() throws IOException, InterruptedException {
        StackStatus status = stack.status();
        OrderPayloads payloads =
                OrderPayloads.from(status.shopify().adminUrl(), status.shopify().webhookSecret());
        int bytes = payloads.orders(FIRST_ORDER, 1).get(0).body().length;
        figures.print("payload", "%d bytes", bytes);
        // Its port is the order service's, which does not run meanwhile.
        Process bare = bareServer(stack.ports().order(), status.shopify().webhookSecret());
        try (Load load = new Load(status.shopify().shopDomain())) {
            return sideBySide(payloads, load, bare.pid(), status.part(GATEWAY).pid());
        } finally {
            bare.destroy();
            bare.waitFor();
        }
    }

    private Set<String> sideBySide(OrderPayloads payloads, Load load, long bare, long gateway) {
        long limit = System.nanoTime() + LIMIT.toNanos();
        List<SignedWebhook> warmUp = payloads.webhooks(FIRST_ORDER, orders, 0, WARM_UP);
        load.send(stack.ports().order(), warmUp);
        Set<String> accepted =
                new HashSet<>(load.send(stack.ports().gateway(), warmUp).accepted());
        List<Double> bareMicros = new ArrayList<>();
        List<Double> gatewayMicros = new ArrayList<>();
        List<Double> perSecond = new ArrayList<>();
        for (int round = 0; round < ROUNDS && (round == 0 || System.nanoTime() < limit); round++) {
            List<SignedWebhook> webhooks = payloads.webhooks(FIRST_ORDER, orders, WARM_UP + round * ROUND, ROUND);
            bareMicros.add(micros(bare, stack.ports().order(), webhooks, load).micros());
            Cost cost = micros(gateway, stack.ports().gateway(), webhooks, load);
            gatewayMicros.add(cost.micros());
            perSecond.add(cost.perSecond());
            webhooks.forEach(webhook -> accepted.add(webhook.id()));
        }
        figures.print("bare Vert.x + HMAC, CPU µs per webhook", "%s", new Spread(bareMicros));
        figures.print("gateway, CPU µs per accepted webhook", "%s", new Spread(gatewayMicros));
        figures.print("gateway / bare", "%.2f", new Spread(gatewayMicros).median() / new Spread(bareMicros).median());
        figures.print("gateway, webhooks/s", "%s", new Spread(perSecond));
        return accepted;
    }

    private record Cost(double micros, double perSecond) {}

    private static Cost micros(long pid, int port, List<SignedWebhook> webhooks, Load load) {
        long before = ProcessCost.cpuMicros(pid);
        Load.Result result = load.send(port, webhooks);
        long used = ProcessCost.cpuMicros(pid) - before;
        if (result.accepted().size() != webhooks.size()) {
            throw new IllegalStateException(
                    (webhooks.size() - result.accepted().size()) + " of " + webhooks.size() + " were not accepted");
        }
        return new Cost((double) used / webhooks.size(), webhooks.size() / result.seconds());
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
                    try (Socket socket = new Socket("127.0.0.1", port)) {
                        return socket.isConnected();
                    } catch (IOException e) {
                        return false;
                    }
                },
                Duration.ofMinutes(1));
        if (!up) {
            process.destroy();
            throw new IllegalStateException("the bare server does not start: see " + directory);
        }
        return process;
    }
}

package io.shopoms.sandbox.benchmarks;

import io.shopoms.sandbox.stack.LocalStack;
import io.shopoms.sandbox.stack.StackStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders per second through the whole system into Odoo, next to that Odoo's own best rate in the same run: rounds of both
 * in turns, after one of each that does not count. With {@code ODOO_*} set it is a real Odoo.
 */
final class OrderBenchmark {

    private static final int ROUNDS = 3;
    private static final int REAL = 150;
    private static final int SIMULATED = 600;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final LocalStack stack;
    private final Figures figures;
    private final boolean realOdoo;

    OrderBenchmark(LocalStack stack, Figures figures, boolean realOdoo) {
        this.stack = stack;
        this.figures = figures;
        this.realOdoo = realOdoo;
    }

    void run() throws InterruptedException {
        StackStatus status = stack.status();
        OdooDirect direct = new OdooDirect(status.odoo());
        OrderPayloads payloads =
                OrderPayloads.from(status.shopify().adminUrl(), status.shopify().webhookSecret());
        int size = realOdoo ? REAL : SIMULATED;
        // Numbers that no earlier run used: a real Odoo remembers.
        long first = System.currentTimeMillis() * 1_000;
        List<Double> bare = new ArrayList<>();
        List<Double> through = new ArrayList<>();
        Map<String, List<Double>> cpu = new LinkedHashMap<>();
        try (Load load = new Load(status.shopify().shopDomain());
                OrderDatabase database = new OrderDatabase(status.jdbcUrl())) {
            for (int round = 0; round <= ROUNDS; round++) {
                double bareRate = direct.rate(first, size);
                Map<String, Long> before = cpuMicros();
                double throughRate = drained(payloads.orders(first, size), load, database);
                if (round > 0) {
                    before.forEach((part, micros) -> cpu.computeIfAbsent(part, each -> new ArrayList<>())
                            .add((cpuMicros().get(part) - micros) / 1e3 / size));
                    bare.add(bareRate);
                    through.add(throughRate);
                }
                first += size;
            }
            figures.print("orders FAILED", "%d", database.cached("FAILED"));
        }
        String odoo = realOdoo ? "a real Odoo" : "the simulated Odoo";
        figures.print("bare load + action_confirm into " + odoo + ", orders/s", "%s", new Spread(bare));
        figures.print("webhook to confirmed in " + odoo + ", orders/s", "%s", new Spread(through));
        figures.print("of Odoo's own rate", "%.2f", new Spread(through).median() / new Spread(bare).median());
        cpu.forEach((part, millis) -> figures.print(part + ", CPU ms per order", "%s", new Spread(millis)));
        figures.footprint(stack, "after the orders");
    }

    private Map<String, Long> cpuMicros() {
        Map<String, Long> micros = new LinkedHashMap<>();
        stack.status().parts().stream()
                .filter(part -> part.pid() != null)
                .forEach(part -> micros.put(part.name(), ProcessCost.cpuMicros(part.pid())));
        return micros;
    }

    /** From the first webhook sent to the last order confirmed. */
    private double drained(List<SignedWebhook> webhooks, Load load, OrderDatabase database)
            throws InterruptedException {
        long before = database.done();
        long start = System.nanoTime();
        int accepted = load.send(stack.ports().gateway(), webhooks).accepted().size();
        if (accepted != webhooks.size()) {
            throw new IllegalStateException((webhooks.size() - accepted) + " webhooks were not accepted");
        }
        if (!Figures.await(() -> database.done() >= before + webhooks.size(), LIMIT)) {
            throw new IllegalStateException("the orders were not drained within " + LIMIT);
        }
        return webhooks.size() / ((System.nanoTime() - start) / 1e9);
    }
}

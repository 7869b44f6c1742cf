package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.stack.LocalStack;
import io.shopoms.sandbox.stack.StackStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Products per second from the webhook to Odoo, {@link SideBySide}: each with two options, six variants. Only the processes
 * that this takes run: not the services of orders, stock and fulfillments. With {@code ODOO_*} set it is a real Odoo.
 */
final class ProductBenchmark {

    private static final int REAL = 100;
    private static final int SIMULATED = 400;

    /** A real Odoo is the slower part by far, whatever the compilers do beside it. */
    private static final int REAL_WARM_UPS = 1;

    private static final int SIMULATED_WARM_UPS = 6;

    private static final String SERVICE = "catalog-sync-service";
    /** All that products take, from Shopify to Odoo and back. */
    static final List<String> PARTS = List.of("postgresql", "broker", "simulators", "webhook-gateway", SERVICE);

    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED");

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final LocalStack stack;
    private final Figures figures;
    private final boolean realOdoo;

    ProductBenchmark(LocalStack stack, Figures figures, boolean realOdoo) {
        this.stack = stack;
        this.figures = figures;
        this.realOdoo = realOdoo;
    }

    void run() throws InterruptedException {
        PARTS.forEach(stack::start);
        StackStatus status = stack.status();
        settle(new ControlCall(status.part(SERVICE).url(), status.operatorToken()));
        String odoo = realOdoo ? "a real Odoo" : "the simulated Odoo";
        try (Load load = new Load(status.shopify().shopDomain());
                CacheDatabase database = CacheDatabase.ofProducts(status.jdbcUrl())) {
            ProductPayloads payloads = ProductPayloads.from(
                    status.shopify().adminUrl(), status.shopify().webhookSecret(), database);
            BareProducts bare = new BareProducts(new OdooCalls(status.odoo()));
            Drain drain = new Drain(stack.ports().gateway(), load, database);
            new SideBySide(stack, figures, "products", realOdoo ? REAL_WARM_UPS : SIMULATED_WARM_UPS)
                    .run(
                            realOdoo ? REAL : SIMULATED,
                            "bare load of templates and variants into " + odoo,
                            bare::rate,
                            "webhook to template in " + odoo,
                            (first, count) -> drain.rate(payloads.products(first, count)));
            figures.print("products FAILED", "%d", database.cached("FAILED"));
        }
    }

    /** A new service first looks for what changed in Shopify lately; what is made meanwhile would not come by webhook alone. */
    private void settle(ControlCall service) throws InterruptedException {
        boolean settled = Figures.await(
                () -> {
                    JsonNode jobs = service.get("/api/jobs?type=products").path("items");
                    boolean open = false;
                    for (JsonNode job : jobs) {
                        open |= !ENDED.contains(job.path("status").asText());
                    }
                    return !jobs.isEmpty() && !open;
                },
                START_LIMIT);
        if (!settled) {
            throw new IllegalStateException(
                    "the service does not end its first look at Shopify: see " + stack.log(SERVICE));
        }
    }
}

package io.shopoms.sandbox.benchmarks;

import io.shopoms.sandbox.stack.LocalStack;
import io.shopoms.sandbox.stack.StackStatus;

/** Orders per second through the whole system into Odoo, {@link SideBySide}. With {@code ODOO_*} set it is a real Odoo. */
final class OrderBenchmark {

    private static final int REAL = 150;
    private static final int WARM_UPS = 1;
    private static final int SIMULATED = 600;

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
        BareOrders bare = new BareOrders(new OdooCalls(status.odoo()));
        OrderPayloads payloads =
                OrderPayloads.from(status.shopify().adminUrl(), status.shopify().webhookSecret());
        String odoo = realOdoo ? "a real Odoo" : "the simulated Odoo";
        try (Load load = new Load(status.shopify().shopDomain());
                CacheDatabase database = CacheDatabase.ofOrders(status.jdbcUrl())) {
            Drain drain = new Drain(stack.ports().gateway(), load, database);
            new SideBySide(stack, figures, "orders", WARM_UPS)
                    .run(
                            realOdoo ? REAL : SIMULATED,
                            "bare load + action_confirm into " + odoo,
                            bare::rate,
                            "webhook to confirmed in " + odoo,
                            (first, count) -> drain.rate(payloads.orders(first, count)));
            figures.print("orders FAILED", "%d", database.cached("FAILED"));
        }
    }
}

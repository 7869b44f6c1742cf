package io.shopoms.sandbox.benchmarks;

import io.shopoms.sandbox.stack.LocalStack;
import io.shopoms.sandbox.stack.StackStatus;

/**
 * Products per second through the whole system into Odoo, {@link SideBySide}: each with two options, six variants. With
 * {@code ODOO_*} set it is a real Odoo.
 */
final class ProductBenchmark {

    private static final int REAL = 100;
    private static final int SIMULATED = 400;

    private final LocalStack stack;
    private final Figures figures;
    private final boolean realOdoo;

    ProductBenchmark(LocalStack stack, Figures figures, boolean realOdoo) {
        this.stack = stack;
        this.figures = figures;
        this.realOdoo = realOdoo;
    }

    void run() throws InterruptedException {
        StackStatus status = stack.status();
        String odoo = realOdoo ? "a real Odoo" : "the simulated Odoo";
        try (Load load = new Load(status.shopify().shopDomain());
                CacheDatabase database = CacheDatabase.ofProducts(status.jdbcUrl())) {
            ProductPayloads payloads = ProductPayloads.from(
                    status.shopify().adminUrl(), status.shopify().webhookSecret(), database);
            BareProducts bare = new BareProducts(new OdooCalls(status.odoo()));
            Drain drain = new Drain(stack.ports().gateway(), load, database);
            new SideBySide(stack, figures, "products")
                    .run(
                            realOdoo ? REAL : SIMULATED,
                            "bare load of templates and variants into " + odoo,
                            bare::rate,
                            "webhook to template in " + odoo,
                            (first, count) -> drain.rate(payloads.products(first, count)));
            figures.print("products FAILED", "%d", database.cached("FAILED"));
        }
    }
}

package io.shopoms.sandbox.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Counts items anew in the simulated Odoo, and sees when the simulated Shopify shows it. */
final class StockChanges {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final long SEED = 20_261_121;

    private final ControlCall odoo;
    private final ControlCall shopify;
    private final Map<Long, Change> open = new HashMap<>();
    private final List<Double> seconds = new ArrayList<>();

    StockChanges(ControlCall odoo, ControlCall shopify) {
        this.odoo = odoo;
        this.shopify = shopify;
    }

    private record Change(int units, long began) {}

    /**
     * An item at a time, the products from {@code first} on, at random moments; with the change in Odoo, the clock starts
     * before it is asked for.
     *
     * @return what each took until Shopify showed it, as far as that was seen
     */
    List<Double> atRandom(long first, int count, int units, Duration within) throws InterruptedException {
        long begin = System.nanoTime();
        List<Long> moments = new Random(SEED)
                .longs(count, 0, within.toNanos())
                .sorted()
                .boxed()
                .toList();
        for (int i = 0; i < count; i++) {
            while (System.nanoTime() - begin < moments.get(i)) {
                look();
                TimeUnit.MILLISECONDS.sleep(20);
            }
            change(first + i, units);
        }
        return seen();
    }

    /** As fast as Odoo takes them. */
    List<Double> atOnce(long first, int count, int units) throws InterruptedException {
        for (long product = first; product < first + count; product++) {
            change(product, units);
        }
        return seen();
    }

    int unseen() {
        return open.size();
    }

    private void change(long product, int units) {
        open.put(product, new Change(units, System.nanoTime()));
        odoo.put("/control/products/" + StockOnSale.sku(product) + "/stock", "{\"quantity\":" + units + "}");
    }

    private List<Double> seen() throws InterruptedException {
        Figures.await(
                () -> {
                    look();
                    return open.isEmpty();
                },
                LIMIT);
        List<Double> all = List.copyOf(seconds);
        seconds.clear();
        return all;
    }

    private void look() {
        open.entrySet().removeIf(entry -> {
            boolean shown = shopify.get("/control/inventory/" + StockOnSale.sku(entry.getKey()))
                            .path("available")
                            .asInt()
                    == entry.getValue().units();
            if (shown) {
                seconds.add((System.nanoTime() - entry.getValue().began()) / 1e9);
            }
            return shown;
        });
    }
}

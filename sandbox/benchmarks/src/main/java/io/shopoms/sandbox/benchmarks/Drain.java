package io.shopoms.sandbox.benchmarks;

import java.time.Duration;
import java.util.List;

/** Sends webhooks and waits until what they tell of is through. */
record Drain(int gatewayPort, Load load, CacheDatabase database) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** @return records per second, from the first webhook sent to the last record done */
    double rate(List<SignedWebhook> webhooks) throws InterruptedException {
        long before = database.done();
        long start = System.nanoTime();
        int accepted = load.send(gatewayPort, webhooks).accepted().size();
        if (accepted != webhooks.size()) {
            throw new IllegalStateException((webhooks.size() - accepted) + " webhooks were not accepted");
        }
        if (!Figures.await(() -> database.done() >= before + webhooks.size(), LIMIT)) {
            throw new IllegalStateException("the records were not drained within " + LIMIT);
        }
        return webhooks.size() / ((System.nanoTime() - start) / 1e9);
    }
}

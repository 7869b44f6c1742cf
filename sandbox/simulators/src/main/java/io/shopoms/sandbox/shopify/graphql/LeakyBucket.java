package io.shopoms.sandbox.shopify.graphql;

import java.util.function.LongSupplier;

/** The points that an app may spend on a store: full at first, refilled at a steady rate. */
final class LeakyBucket {

    /** Shopify's ratio of bucket size to restore rate on every plan. */
    private static final int SECONDS_TO_FILL = 20;

    private static final double NANOS = 1e9;

    private final int restoreRate;
    private final LongSupplier nanoTime;
    private double available;
    private long lastFilled;

    /** @param restoreRate points per second: 100 on the Standard plan */
    LeakyBucket(int restoreRate, LongSupplier nanoTime) {
        this.restoreRate = restoreRate;
        this.nanoTime = nanoTime;
        this.available = maximum();
        this.lastFilled = nanoTime.getAsLong();
    }

    int maximum() {
        return restoreRate * SECONDS_TO_FILL;
    }

    int restoreRate() {
        return restoreRate;
    }

    /** Whole points that may be spent now. */
    int available() {
        long now = nanoTime.getAsLong();
        available = Math.min(maximum(), available + (now - lastFilled) / NANOS * restoreRate);
        lastFilled = now;
        return (int) available;
    }

    void spend(int points) {
        available();
        available -= points;
    }
}

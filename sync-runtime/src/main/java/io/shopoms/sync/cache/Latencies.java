package io.shopoms.sync.cache;

import java.time.Duration;

/** The buckets of all latency histograms: from a webhook's moment to an outage's night. */
public final class Latencies {

    static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(4),
        Duration.ofHours(24)
    };

    private Latencies() {}

    /** A copy of the buckets. */
    public static Duration[] buckets() {
        return BUCKETS.clone();
    }
}

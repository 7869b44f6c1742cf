package io.shopoms.sandbox.shopify.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * When a failed delivery is tried again. Shopify: 8 retries within 4 hours, each wait twice the one before.
 *
 * @param first the wait before the first retry
 * @param retries how many there are
 */
public record RetrySchedule(Duration first, int retries) {

    /** Shopify's eight, in two minutes instead of four hours: 0.5, 1, 2, 4, 8, 16, 32, 64 s. */
    public static final RetrySchedule SHORTENED = new RetrySchedule(Duration.ofMillis(500), 8);

    /** @param tries how many there were; empty when that was the last */
    Optional<Duration> waitAfter(int tries) {
        return tries > retries ? Optional.empty() : Optional.of(first.multipliedBy(1L << (tries - 1)));
    }
}

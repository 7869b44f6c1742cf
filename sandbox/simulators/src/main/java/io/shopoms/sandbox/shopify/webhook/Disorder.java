package io.shopoms.sandbox.shopify.webhook;

import java.time.Duration;

/**
 * How much worse than at best deliveries are: Shopify promises at least once and no order.
 *
 * @param copies how often each delivery is sent besides the first time
 * @param delay how late every delivery is
 * @param jitter a random part on top of the delay, so that deliveries overtake each other
 */
public record Disorder(int copies, Duration delay, Duration jitter) {

    public static final Disorder NONE = new Disorder(0, Duration.ZERO, Duration.ZERO);

    public Disorder {
        if (copies < 0 || copies > 100) {
            throw new IllegalArgumentException("copies must lie between 0 and 100");
        }
        if (delay.isNegative() || jitter.isNegative()) {
            throw new IllegalArgumentException("delayMillis and jitterMillis must be 0 or more");
        }
    }
}

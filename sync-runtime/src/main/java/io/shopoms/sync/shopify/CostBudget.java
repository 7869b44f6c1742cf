package io.shopoms.sync.shopify;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What is in a store's bucket of points, as far as is known here: the last answer's figure, plus what has flowed in since,
 * less what is held for calls under way. Other programs may share the bucket, so that Shopify can still answer THROTTLED.
 */
final class CostBudget {

    private final LongSupplier nanos;
    private boolean known;
    private double maximum;
    private double available;
    private double restorePerSecond;
    private long at;
    private double held;
    private boolean paused;
    private long pausedUntil;

    CostBudget(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * 0 if {@code cost} is now held for the call; otherwise the nanoseconds until it is affordable at the latest: calls
     * under way may free what they hold before.
     */
    synchronized long hold(double cost) {
        long now = nanos.getAsLong();
        if (paused && pausedUntil - now > 0) {
            return pausedUntil - now;
        }
        paused = false;
        if (known) {
            double missing = Math.min(cost, maximum) - (filled(now) - held);
            if (missing > 0) {
                return Math.max(1, (long) Math.ceil(missing / restorePerSecond * 1e9));
            }
        }
        held += cost;
        return 0;
    }

    /** A call that held {@code cost} has ended. */
    synchronized void free(double cost) {
        held = Math.max(0, held - cost);
    }

    /** Takes over what an answer says; the answer's own cost is no longer in its figure. */
    synchronized void learn(ShopifyCost cost) {
        known = true;
        maximum = cost.maximum();
        available = Math.min(cost.available(), cost.maximum());
        restorePerSecond = cost.restorePerSecond();
        at = nanos.getAsLong();
    }

    /** No call starts for this long: Shopify has said so. */
    synchronized void pause(Duration wait) {
        long until = nanos.getAsLong() + wait.toNanos();
        if (!paused || until - pausedUntil > 0) {
            paused = true;
            pausedUntil = until;
        }
    }

    private double filled(long now) {
        return Math.min(maximum, available + restorePerSecond * (now - at) / 1e9);
    }
}

package io.shopoms.sync.cache;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a record is tried again: exponential, capped, with full jitter, so that thousands of records that failed in one
 * moment do not come back in one.
 *
 * <pre>
 *   attempt             1    2    3    4    5    6    7     8      9     10
 *   transient, at most  1s   2s   4s   8s   16s  32s  64s   2m8s   4m16s 5m
 *   dependency, at most 15s  30s  1m   2m   4m   8m   15m   15m    15m   15m
 * </pre>
 */
public final class RetryPolicy {

    /** Even full jitter leaves a breath: without it a failing record could spin. */
    private static final Duration LEAST = Duration.ofMillis(200);

    /** A wish of the other system beyond this is taken for a mistake. */
    private static final Duration LONGEST_WISH = Duration.ofHours(1);

    private final RandomGenerator random;

    public RetryPolicy(RandomGenerator random) {
        this.random = random;
    }

    /** A delay between {@link #LEAST} and {@code base * 2^(attempt-1)}, at most {@code cap}. */
    public Duration backoff(Duration base, Duration cap, int attempt) {
        long ceiling = ceiling(base, cap, attempt);
        long floor = Math.min(LEAST.toMillis(), ceiling);
        return Duration.ofMillis(floor + random.nextLong(ceiling - floor + 1));
    }

    /** The delay that the other system wishes, prolonged by a random part: never earlier than it asked for. */
    public Duration notBefore(Duration wish, Duration backoff) {
        Duration bounded = wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
        return bounded.isNegative() ? backoff : bounded.plus(backoff);
    }

    private static long ceiling(Duration base, Duration cap, int attempt) {
        // By then every sensible cap has been reached; further doublings would only overflow.
        int doublings = Math.min(Math.max(attempt - 1, 0), 20);
        return Math.max(1, Math.min(base.toMillis() << doublings, cap.toMillis()));
    }
}

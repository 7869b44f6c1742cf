package io.shopoms.sandbox.benchmarks;

import java.util.List;
import java.util.Locale;

/** How long each of several things took, in seconds: what half of them, and 95 of 100, took at most, and the longest. */
record Delays(List<Double> seconds) {

    Delays {
        if (seconds.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        seconds = seconds.stream().sorted().toList();
    }

    /** The shortest of the measured times that {@code percent} of them do not exceed. */
    double percentile(int percent) {
        return seconds.get((int) Math.ceil(seconds.size() * percent / 100.0) - 1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.2f, p95 %.2f, longest %.2f, n=%d",
                percentile(50),
                percentile(95),
                percentile(100),
                seconds.size());
    }
}

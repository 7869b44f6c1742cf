package io.shopoms.sync.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What a client measures: {@code <prefix>.calls} by operation and outcome, from the caller's view with all tries and
 * waits, and {@code <prefix>.wait}, the part spent queued.
 */
public final class CallMetrics {

    private final MeterRegistry registry;
    private final String prefix;
    private final Tags tags;
    private final Timers timers;

    public CallMetrics(MeterRegistry registry, String prefix, Tags tags, Timers timers) {
        this.registry = registry;
        this.prefix = prefix;
        this.tags = tags;
        this.timers = timers;
    }

    public <T> Uni<T> measured(String operation, Uni<T> call) {
        return Uni.createFrom().deferred(() -> {
            long started = timers.nanos();
            return call.onTermination()
                    .invoke((item, failure, cancelled) -> Timer.builder(prefix + ".calls")
                            .tags(tags.and("operation", operation, "outcome", outcome(failure, cancelled)))
                            .register(registry)
                            .record(timers.nanos() - started, TimeUnit.NANOSECONDS));
        });
    }

    private static String outcome(Throwable failure, boolean cancelled) {
        if (cancelled) {
            return "cancelled";
        }
        if (failure == null) {
            return "ok";
        }
        return failure instanceof SyncFailureException e ? e.failure().kind() : "error";
    }

    public void waited(Duration wait) {
        Timer.builder(prefix + ".wait").tags(tags).register(registry).record(wait);
    }
}

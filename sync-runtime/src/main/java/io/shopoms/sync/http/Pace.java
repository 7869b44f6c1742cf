package io.shopoms.sync.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Decides when the call at the head of a {@link CallQueue} may start. Called by one thread at a time, but
 * {@link #release()} may come from any.
 */
public interface Pace {

    /** 0 if the call may start now, which is then accounted for; otherwise the nanoseconds after which to ask again. */
    long reserve();

    /** The call that {@link #reserve()} admitted has ended, in whatever way. */
    default void release() {}

    /** No waiting. */
    static Pace free() {
        return () -> 0;
    }

    /** Starts at least {@code interval} apart: Odoo Online tolerates about one request a second. */
    static Pace atMostEvery(Duration interval, LongSupplier nanos) {
        return new Pace() {
            private boolean started;
            private long last;

            @Override
            public long reserve() {
                long now = nanos.getAsLong();
                long wait = started ? interval.toNanos() - (now - last) : 0;
                if (wait > 0) {
                    return wait;
                }
                started = true;
                last = now;
                return 0;
            }
        };
    }
}

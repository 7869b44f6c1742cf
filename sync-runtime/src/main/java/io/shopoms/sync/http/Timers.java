package io.shopoms.sync.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Time as queues and retries need it. In production Vert.x; tests turn the hands themselves. */
public interface Timers {

    /** Runs {@code task} once, not before {@code delay} has passed, on the caller's Vert.x context if it has one. */
    void after(Duration delay, Runnable task);

    /** Nanoseconds from an arbitrary origin; never runs backwards. */
    long nanos();

    /** An item after {@code delay}. */
    default Uni<Void> pause(Duration delay) {
        return Uni.createFrom().emitter(emitter -> after(delay, () -> emitter.complete(null)));
    }

    static Timers of(Vertx vertx) {
        return new Timers() {
            @Override
            public void after(Duration delay, Runnable task) {
                // Vert.x counts whole milliseconds: rounding up keeps "not before".
                long millis = Math.max(1, (delay.toNanos() + 999_999L) / 1_000_000L);
                vertx.setTimer(millis, timer -> task.run());
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }
}

package io.shopoms.gateway.receive;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * How long a body may take from its first byte. Only a body that comes in several parts is timed: nearly all come in one.
 * Used by one thread.
 */
final class BodyDeadline {

    private final Vertx vertx;
    private final Duration limit;
    private final Runnable late;
    private Long timer;
    private boolean over;

    /** @param late called at most once, unless the body is over before */
    BodyDeadline(Vertx vertx, Duration limit, Runnable late) {
        this.vertx = vertx;
        this.limit = limit;
        this.late = late;
    }

    /** More is to come; only the first time counts. */
    void start() {
        if (timer == null && !over) {
            timer = vertx.setTimer(limit.toMillis(), id -> {
                if (!over) {
                    over = true;
                    late.run();
                }
            });
        }
    }

    /** Nothing more is to come, or nobody waits for it. */
    void end() {
        over = true;
        if (timer != null) {
            vertx.cancelTimer(timer);
            timer = null;
        }
    }
}

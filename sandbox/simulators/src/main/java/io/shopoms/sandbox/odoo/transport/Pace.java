package io.shopoms.sandbox.odoo.transport;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * How long a call takes. Calls whose times overlap see the database as it was when they began, as on a real server; at the
 * speed of memory they never overlap, and then they never conflict.
 */
public final class Pace {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private volatile Duration call = Duration.ZERO;

    /** @throws IllegalArgumentException if it is negative or longer than 30 s */
    public void set(Duration perCall) {
        if (perCall.isNegative() || perCall.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a call takes between 0 and " + LONGEST.toSeconds() + " s");
        }
        call = perCall;
    }

    void run(Vertx vertx, Runnable work) {
        long millis = call.toMillis();
        if (millis == 0) {
            work.run();
        } else {
            vertx.setTimer(millis, timer -> work.run());
        }
    }
}

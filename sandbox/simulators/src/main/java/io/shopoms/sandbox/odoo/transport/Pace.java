package io.shopoms.sandbox.odoo.transport;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a call takes. Calls whose times overlap see the database as it was when they began, as on a real server; at the
 * speed of memory they never overlap, and then they never conflict.
 */
public final class Pace {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<Runnable> gathered = new ArrayList<>();
    private volatile Duration call = Duration.ZERO;
    private int awaited;

    /** @throws IllegalArgumentException if it is negative or longer than 30 s */
    public void set(Duration perCall) {
        if (perCall.isNegative() || perCall.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a call takes between 0 and " + LONGEST.toSeconds() + " s");
        }
        call = perCall;
    }

    /** The next so many calls overlap, however far apart they come: each goes on when the last of them has begun. */
    public synchronized void gather(int calls) {
        awaited = calls;
        gathered.clear();
    }

    void run(Vertx vertx, Runnable work) {
        together(work).forEach(each -> start(vertx, each));
    }

    /** What may go on now. */
    private synchronized List<Runnable> together(Runnable work) {
        if (awaited == 0) {
            return List.of(work);
        }
        gathered.add(work);
        if (gathered.size() < awaited) {
            return List.of();
        }
        List<Runnable> all = List.copyOf(gathered);
        gather(0);
        return all;
    }

    private void start(Vertx vertx, Runnable work) {
        long millis = call.toMillis();
        if (millis == 0) {
            work.run();
        } else {
            vertx.setTimer(millis, timer -> work.run());
        }
    }
}

package io.shopoms.sync.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that stands still until a test moves it. */
public final class ManualTimers implements Timers {

    private record Due(long at, Runnable task) {}

    private final List<Due> due = new ArrayList<>();
    private long now = 1_000_000_007L;

    @Override
    public void after(Duration delay, Runnable task) {
        due.add(new Due(now + delay.toNanos(), task));
    }

    @Override
    public long nanos() {
        return now;
    }

    /** Moves on, running what falls due on the way, in its order. */
    public void advance(Duration time) {
        long until = now + time.toNanos();
        while (true) {
            Due next = due.stream()
                    .filter(task -> task.at() <= until)
                    .min(Comparator.comparingLong(Due::at))
                    .orElse(null);
            if (next == null) {
                break;
            }
            due.remove(next);
            now = Math.max(now, next.at());
            next.task().run();
        }
        now = until;
    }

    public int pending() {
        return due.size();
    }
}

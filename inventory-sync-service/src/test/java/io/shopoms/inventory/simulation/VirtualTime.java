package io.shopoms.inventory.simulation;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** A clock that moves from one planned act to the next; acts of one moment keep the order in which they were planned. */
final class VirtualTime extends Clock {

    private static final Comparator<Act> ORDER = Comparator.comparing(Act::at).thenComparingLong(Act::number);

    private final PriorityQueue<Act> acts = new PriorityQueue<>(ORDER);
    private Instant now;
    private long planned;

    private record Act(Instant at, long number, Runnable work) {}

    VirtualTime(Instant start) {
        this.now = start;
    }

    void after(Duration delay, Runnable work) {
        acts.add(new Act(now.plus(delay), planned++, work));
    }

    /** Completes once {@code delay} has passed, unless nobody waits for it any more. */
    Uni<Void> pass(Duration delay, BooleanSupplier awaited) {
        return Uni.createFrom()
                .emitter(emitter -> after(delay, () -> {
                    if (awaited.getAsBoolean()) {
                        emitter.complete(null);
                    }
                }));
    }

    /** Lets everything happen that is planned until then. */
    void runUntil(Instant end) {
        while (!acts.isEmpty() && !acts.peek().at().isAfter(end)) {
            Act next = acts.poll();
            now = next.at();
            next.work().run();
        }
        now = end;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a simulation has one zone");
    }
}

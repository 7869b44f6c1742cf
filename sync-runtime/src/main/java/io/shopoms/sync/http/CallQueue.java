package io.shopoms.sync.http;

import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets few calls run at a time, in the order of their arrival, each not before its {@link Pace} allows. A call that waited
 * starts on the Vert.x context of its own caller, never on that of the call that made room.
 *
 * <p>A full queue fails as transient: the record's own retry comes back later, instead of memory filling up while the
 * other side is slow.
 */
public final class CallQueue {

    private final String name;
    private final int maxInFlight;
    private final int maxWaiting;
    private final Timers timers;
    private final Consumer<Duration> waited;

    private final Deque<Ticket<?>> waiting = new ArrayDeque<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private int inFlight;
    private long wakeAt;
    private boolean wakeSet;

    /**
     * @param name the other side, for the message of a full queue
     * @param waited told for each call how long it waited
     */
    public CallQueue(String name, int maxInFlight, int maxWaiting, Timers timers, Consumer<Duration> waited) {
        if (maxInFlight < 1 || maxWaiting < 1) {
            throw new IllegalArgumentException("at least one call in flight and one waiting");
        }
        this.name = name;
        this.maxInFlight = maxInFlight;
        this.maxWaiting = maxWaiting;
        this.timers = timers;
        this.waited = waited;
    }

    /** Runs {@code call} when its turn comes; cancelling gives its place or its slot to the next. */
    public <T> Uni<T> run(Pace pace, Supplier<Uni<T>> call) {
        return Uni.createFrom().emitter(emitter -> enter(new Ticket<>(pace, call, emitter)));
    }

    /** How many calls wait for their turn now. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void enter(Ticket<?> ticket) {
        synchronized (this) {
            if (waiting.size() >= maxWaiting) {
                ticket.refuse();
                return;
            }
            waiting.add(ticket);
        }
        ticket.emitter.onTermination(ticket::leave);
        admit();
    }

    /** One thread at a time admits; others leave it a note. Keeps chains of instant calls off the stack. */
    private void admit() {
        if (rounds.getAndIncrement() != 0) {
            return;
        }
        int seen;
        do {
            seen = rounds.get();
            admissible().forEach(Ticket::admit);
        } while (rounds.addAndGet(-seen) != 0);
    }

    private synchronized List<Ticket<?>> admissible() {
        List<Ticket<?>> admitted = new ArrayList<>();
        while (inFlight < maxInFlight && !waiting.isEmpty()) {
            long wait = waiting.peek().pace.reserve();
            if (wait > 0) {
                wakeIn(wait);
                break;
            }
            inFlight++;
            admitted.add(waiting.poll());
        }
        return admitted;
    }

    private void wakeIn(long nanos) {
        long at = timers.nanos() + nanos;
        if (wakeSet && wakeAt - at <= 0) {
            return;
        }
        wakeSet = true;
        wakeAt = at;
        timers.after(Duration.ofNanos(nanos), this::wake);
    }

    private void wake() {
        synchronized (this) {
            wakeSet = false;
        }
        admit();
    }

    private enum State {
        WAITING,
        ADMITTED,
        RUNNING,
        ENDED
    }

    private final class Ticket<T> {
        private final Pace pace;
        private final Supplier<Uni<T>> call;
        private final UniEmitter<? super T> emitter;
        private final Context context = Vertx.currentContext();
        private final long arrived = timers.nanos();
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private volatile Cancellable running;

        private Ticket(Pace pace, Supplier<Uni<T>> call, UniEmitter<? super T> emitter) {
            this.pace = pace;
            this.call = call;
            this.emitter = emitter;
        }

        private void refuse() {
            state.set(State.ENDED);
            emitter.fail(new CallFailedException(
                    new TransientFailure("too many calls are waiting for " + name + " (" + maxWaiting + ")"), true));
        }

        private void admit() {
            if (!state.compareAndSet(State.WAITING, State.ADMITTED)) {
                release();
            } else if (context == null || context == Vertx.currentContext()) {
                start();
            } else {
                context.runOnContext(hop -> start());
            }
        }

        private void start() {
            if (!state.compareAndSet(State.ADMITTED, State.RUNNING)) {
                return;
            }
            waited.accept(Duration.ofNanos(timers.nanos() - arrived));
            running = Uni.createFrom()
                    .deferred(call::get)
                    .subscribe()
                    .with(item -> end(() -> emitter.complete(item)), failure -> end(() -> emitter.fail(failure)));
            if (state.get() == State.ENDED) {
                running.cancel();
            }
        }

        private void end(Runnable answer) {
            if (state.compareAndSet(State.RUNNING, State.ENDED)) {
                release();
                answer.run();
            }
        }

        /** The caller is gone, or has its answer. */
        private void leave() {
            State was = state.getAndSet(State.ENDED);
            if (was == State.WAITING) {
                boolean stillQueued;
                synchronized (CallQueue.this) {
                    stillQueued = waiting.remove(this);
                }
                if (stillQueued) {
                    CallQueue.this.admit();
                }
            } else if (was == State.ADMITTED || was == State.RUNNING) {
                if (running != null) {
                    running.cancel();
                }
                release();
            }
        }

        private void release() {
            pace.release();
            synchronized (CallQueue.this) {
                inFlight--;
            }
            CallQueue.this.admit();
        }
    }
}

package io.shopoms.sync.intake;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Groups items that come one by one: the first waits a moment for others, and while a batch is being dealt with the next
 * one grows. One batch at a time, in order. What waits here is bounded by whoever adds.
 *
 * @param <T> what comes
 */
final class Batches<T> {

    private final int most;
    private final long mostBytes;
    private final Duration wait;
    private final ToLongFunction<T> size;
    private final Function<List<T>, Uni<Void>> work;

    private final Deque<T> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean busy;
    private boolean waitingForMore;

    /**
     * @param most items of a batch
     * @param mostBytes of a batch; a single larger item goes alone
     * @param wait for others after the first item
     * @param size of an item in bytes
     * @param work what is done with a batch; must not fail
     */
    Batches(int most, long mostBytes, Duration wait, ToLongFunction<T> size, Function<List<T>, Uni<Void>> work) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.wait = wait;
        this.size = size;
        this.work = work;
    }

    void add(T item) {
        boolean full;
        boolean first;
        synchronized (this) {
            waiting.add(item);
            waitingBytes += size.applyAsLong(item);
            full = !busy && (waiting.size() >= most || waitingBytes >= mostBytes);
            first = !busy && !full && !waitingForMore;
            waitingForMore |= first;
        }
        if (full) {
            next();
        } else if (first) {
            Uni.createFrom().voidItem().onItem().delayIt().by(wait).subscribe().with(done -> next());
        }
    }

    private void next() {
        List<T> batch;
        synchronized (this) {
            waitingForMore = false;
            if (busy || waiting.isEmpty()) {
                return;
            }
            busy = true;
            batch = take();
        }
        work.apply(batch).onTermination().invoke(this::done).subscribe().with(done -> {}, failure -> {
            throw new IllegalStateException("a batch must not fail", failure);
        });
    }

    private void done() {
        synchronized (this) {
            busy = false;
        }
        // What came meanwhile has waited long enough.
        next();
    }

    private List<T> take() {
        List<T> batch = new ArrayList<>();
        long bytes = 0;
        while (!waiting.isEmpty() && batch.size() < most) {
            long more = size.applyAsLong(waiting.peek());
            if (!batch.isEmpty() && bytes + more > mostBytes) {
                break;
            }
            bytes += more;
            batch.add(waiting.poll());
        }
        waitingBytes -= bytes;
        return batch;
    }
}

package io.shopoms.bus.consume;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Groups messages that come one by one: the first waits a moment for others, and while a batch is being dealt with the next
 * one grows. One batch at a time, in order; that is what allows one acknowledgement for all of it.
 */
final class Batches<T> {

    private static final Logger LOG = Logger.getLogger(Batches.class);

    private final ConsumerLimits limits;
    private final Function<List<T>, Uni<Void>> work;

    private final Deque<Held<T>> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private long heldBytes;
    private boolean busy;
    private boolean waitingForMore;
    private boolean closed;

    Batches(ConsumerLimits limits, Function<List<T>, Uni<Void>> work) {
        this.limits = limits;
        this.work = work;
    }

    /** Returns when there is room for more, however long that takes. */
    void add(Held<T> message) {
        synchronized (this) {
            waiting.add(message);
            waitingBytes += message.bytes();
            heldBytes += message.bytes();
        }
        goOn();
        awaitRoom();
    }

    /** A batch that is not full gets its moment to grow, also after another: a database likes few large ones better. */
    private void goOn() {
        boolean full;
        boolean first;
        synchronized (this) {
            full = !busy && (waiting.size() >= limits.batchSize() || waitingBytes >= limits.batchBytes());
            first = !busy && !full && !waiting.isEmpty() && !waitingForMore;
            waitingForMore |= first;
        }
        if (full) {
            next();
        } else if (first) {
            Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(limits.batchWait())
                    .subscribe()
                    .with(waited -> next());
        }
    }

    /** Nobody waits for room any more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void awaitRoom() {
        while (heldBytes > limits.heldBytes() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Only the client's own end interrupts its reading thread.
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void next() {
        List<Held<T>> batch;
        synchronized (this) {
            waitingForMore = false;
            if (busy) {
                return;
            }
            batch = take();
            busy = !batch.isEmpty();
        }
        if (!batch.isEmpty()) {
            Uni.createFrom()
                    .deferred(() -> work.apply(batch.stream().map(Held::item).toList()))
                    .subscribe()
                    .with(handled -> done(batch), failure -> failed(batch, failure));
        }
    }

    /** A connection that was lost while the batch grew leaves messages of two channels in it. */
    private void done(List<Held<T>> batch) {
        for (int i = 0; i < batch.size(); i++) {
            if (i == batch.size() - 1
                    || batch.get(i).channel() != batch.get(i + 1).channel()) {
                batch.get(i).ackUpToHere();
            }
        }
        ended(batch);
    }

    private void failed(List<Held<T>> batch, Throwable failure) {
        LOG.errorf(failure, "%d messages could not be handled and go back to their queue", batch.size());
        batch.forEach(Held::giveBack);
        ended(batch);
    }

    private void ended(List<Held<T>> batch) {
        synchronized (this) {
            busy = false;
            batch.forEach(this::forget);
        }
        goOn();
    }

    private void forget(Held<T> message) {
        heldBytes -= message.bytes();
        notifyAll();
    }

    /** What a lost connection brought is left out: it comes again. */
    private List<Held<T>> take() {
        List<Held<T>> batch = new ArrayList<>();
        long bytes = 0;
        while (!waiting.isEmpty() && batch.size() < limits.batchSize()) {
            Held<T> next = waiting.peek();
            if (!next.isCurrent()) {
                waitingBytes -= next.bytes();
                forget(waiting.poll());
                continue;
            }
            if (!batch.isEmpty() && bytes + next.bytes() > limits.batchBytes()) {
                break;
            }
            bytes += next.bytes();
            batch.add(waiting.poll());
        }
        waitingBytes -= bytes;
        return batch;
    }
}

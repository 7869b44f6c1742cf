package io.shopoms.bus.publish;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what waits for a confirm, and refuses more than is allowed. */
final class InFlight {

    private final int maxMessages;
    private final long maxBytes;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    InFlight(int maxMessages, long maxBytes) {
        this.maxMessages = maxMessages;
        this.maxBytes = maxBytes;
    }

    /** A single message of any size may always pass, so that a low limit cannot block it for ever. */
    boolean tryEnter(int size) {
        long before = messages.getAndIncrement();
        long bytesBefore = bytes.getAndAdd(size);
        if (before < maxMessages && (before == 0 || bytesBefore + size <= maxBytes)) {
            return true;
        }
        left(size);
        return false;
    }

    void left(int size) {
        messages.decrementAndGet();
        bytes.addAndGet(-size);
    }

    long messages() {
        return messages.get();
    }
}

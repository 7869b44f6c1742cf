package io.shopoms.gateway.receive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory the bodies of all requests take together, from their first byte until they are answered. Anybody may send
 * bodies, signed or not, and stop in the middle: without a limit a few strangers would take all memory and end the process.
 */
@ApplicationScoped
public class BodyMemory {

    private final AtomicLong taken = new AtomicLong();
    private final long limit;

    public BodyMemory(ReceiveConfig config) {
        this.limit = config.maxBodiesSize().asLongValue();
    }

    /**
     * A single body of any size may always begin, so that a low limit cannot refuse it for ever.
     *
     * @return false when there is not so much left; then nothing is taken
     */
    public boolean take(long bytes) {
        long before = taken.getAndAdd(bytes);
        if (before == 0 || before + bytes <= limit) {
            return true;
        }
        give(bytes);
        return false;
    }

    /** @param bytes that were taken before */
    public void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** In bytes. */
    public long taken() {
        return taken.get();
    }
}

package io.shopoms.bus.consume;

import java.time.Duration;

/**
 * How much a consumer takes.
 *
 * @param batchSize messages that are handled together, at most
 * @param batchBytes of what they hold; a single larger message is handled alone
 * @param batchWait how long a batch that is not full waits for more, since its first message or the end of the batch before
 * @param prefetch messages that the broker hands over before any of them is acknowledged; two batches keep both sides busy
 * @param heldBytes when what is not yet dealt with holds more, nothing more is read from the connection: the count of
 *     messages alone would not bound the memory, as their sizes differ by a factor of a thousand
 */
public record ConsumerLimits(int batchSize, long batchBytes, Duration batchWait, int prefetch, long heldBytes) {

    /** Two batches, by count and by bytes: one is handled while the next arrives. */
    public static ConsumerLimits ofBatches(int size, long bytes, Duration wait) {
        return new ConsumerLimits(size, bytes, wait, 2 * size, 2 * bytes);
    }
}

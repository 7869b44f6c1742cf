package io.shopoms.gateway.receive;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The body of a request, as it arrives. What a request says of its length is a stranger's word: it saves copying, but
 * memory is taken only as bytes come. Used by one thread.
 */
final class BodyBytes {

    /** Most webhooks fit, so that they are not copied while they come; a request that says more costs no more than this. */
    private static final int FIRST = 16_384;

    private static final byte[] NONE = {};

    private final long limit;
    private final int announced;
    private final BodyMemory memory;
    private byte[] bytes = NONE;
    private int length;
    private boolean released;

    /**
     * @param limit in bytes
     * @param announced the request's content length, or -1
     * @param memory what all bodies share
     */
    BodyBytes(long limit, long announced, BodyMemory memory) {
        this.limit = limit;
        this.announced = (int) Math.min(Integer.MAX_VALUE, announced);
        this.memory = memory;
    }

    /** @return why the body is refused; then nothing of it is kept, nor of what still comes */
    Optional<Refusal> add(Buffer part) {
        int sum = length + part.length();
        if (released) {
            return Optional.empty();
        }
        if (sum > limit) {
            release();
            return Optional.of(Refusal.TOO_LARGE);
        }
        if (sum > bytes.length && !grow(sum)) {
            release();
            return Optional.of(Refusal.BUSY);
        }
        part.getBytes(bytes, length);
        length = sum;
        return Optional.empty();
    }

    /** Whether all that was announced is here; a body without a length is complete when the request ends. */
    boolean isComplete() {
        return length == announced;
    }

    /** Not copied where the announced length was true. */
    byte[] all() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** Gives the memory back; to do so again changes nothing. */
    void release() {
        released = true;
        memory.give(bytes.length);
        bytes = NONE;
        length = 0;
    }

    /** While it is copied, a body takes its old and its new memory. */
    private boolean grow(int sum) {
        int capacity = capacity(sum);
        if (!memory.take(capacity)) {
            return false;
        }
        byte[] before = bytes;
        bytes = Arrays.copyOf(before, capacity);
        memory.give(before.length);
        return true;
    }

    /** Twice what it was, so that a body is not copied anew for each of its parts, but no more than can come. */
    private int capacity(int sum) {
        int doubled = Math.max(FIRST, 2 * bytes.length);
        long most = announced < sum ? limit : announced;
        return (int) Math.max(sum, Math.min(doubled, most));
    }
}

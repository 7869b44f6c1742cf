package io.shopoms.gateway.receive;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/**
 * The body of a request, as it arrives. What a request says of its length is a stranger's word: it saves copying, but
 * memory is taken only as bytes come.
 */
final class BodyBytes {

    /** Most webhooks fit; a request that sends nothing costs no more than this. */
    private static final int FIRST = 16_384;

    private final long limit;
    private final int announced;
    private byte[] bytes;
    private int length;

    /**
     * @param limit in bytes
     * @param announced the request's content length, or -1
     */
    BodyBytes(long limit, long announced) {
        this.limit = limit;
        this.announced = (int) Math.min(Integer.MAX_VALUE, announced);
        this.bytes = new byte[announced < 0 ? FIRST : (int) Math.min(FIRST, announced)];
    }

    /** @return false when the body is larger than the limit; then nothing more is kept */
    boolean add(Buffer part) {
        int sum = length + part.length();
        if (sum > limit) {
            bytes = new byte[0];
            length = 0;
            return false;
        }
        if (sum > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(sum, Math.min(2 * bytes.length, Math.max(sum, announced))));
        }
        part.getBytes(bytes, length);
        length = sum;
        return true;
    }

    /** Not copied where the announced length was true. */
    byte[] all() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}

package io.shopoms.gateway.publish;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Starts a trace at the edge, in W3C's form: Shopify sends none. The gateway exports no spans of its own (a tracer costs more
 * memory than the rest of it), but everything that follows one webhook shares an id.
 */
final class TraceContext {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private TraceContext() {}

    /** A {@code traceparent} with random ids, marked as sampled: whether to record is the services' choice. */
    static String start() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] text = "00-00000000000000000000000000000000-0000000000000000-01".toCharArray();
        // The standard forbids ids of zeros only; a set lowest bit rules them out.
        write(text, 3, random.nextLong());
        write(text, 19, random.nextLong() | 1);
        write(text, 36, random.nextLong() | 1);
        return new String(text);
    }

    private static void write(char[] text, int at, long value) {
        for (int digit = 0; digit < 16; digit++) {
            text[at + digit] = HEX[(int) (value >>> (60 - 4 * digit)) & 0xf];
        }
    }
}

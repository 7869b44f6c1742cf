package io.shopoms.sync.shopify.bulk;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Cuts a stream of bytes into lines of UTF-8 text, and knows how many bytes the taken ones have. */
final class Lines {

    private static final byte NEW_LINE = '\n';

    private final Predicate<String> taker;
    private Buffer rest = Buffer.buffer();
    private int searched;
    private long bytes;
    private boolean full;

    /** @param taker false for a line that it does not take; nothing is handed to it afterwards */
    Lines(Predicate<String> taker) {
        this.taker = taker;
    }

    /** @return false once a line was not taken */
    boolean append(Buffer part) {
        rest.appendBuffer(part);
        int start = 0;
        for (int i = searched; i < rest.length() && !full; i++) {
            if (rest.getByte(i) == NEW_LINE) {
                if (line(start, i)) {
                    bytes += i + 1L - start;
                    start = i + 1;
                } else {
                    full = true;
                }
            }
        }
        rest = rest.getBuffer(start, rest.length());
        searched = rest.length();
        return !full;
    }

    /** The end of the stream: what follows the last line break is a line too. */
    void end() {
        if (!full && rest.length() > 0) {
            if (line(0, rest.length())) {
                bytes += rest.length();
            } else {
                full = true;
            }
        }
    }

    /** Whether a line was not taken. */
    boolean isFull() {
        return full;
    }

    /** How many bytes the lines had that were taken, their breaks included. */
    long bytes() {
        return bytes;
    }

    private boolean line(int start, int end) {
        String line = rest.getString(start, end, StandardCharsets.UTF_8.name()).strip();
        return line.isEmpty() || taker.test(line);
    }
}

package io.shopoms.catalog.feed.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a file as bytes, of bounded length, without their ends and without a byte order mark. */
final class ByteLines implements Closeable {

    private static final int BUFFER = 65_536;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int longest;
    private long number;

    ByteLines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.longest = longest;
    }

    /**
     * @param bytes none if it is too long
     * @param ended whether an end of line follows; the last line of a file may lack it
     */
    record Line(long number, byte[] bytes, boolean tooLong, boolean ended) {

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        number++;
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() < longest) {
                line.write(b);
            } else {
                tooLong = true;
            }
        }
        byte[] bytes = tooLong ? new byte[0] : clean(line.toByteArray());
        return Optional.of(new Line(number, bytes, tooLong, b == '\n'));
    }

    private byte[] clean(byte[] line) {
        int from = number == 1 && startsWithMark(line) ? MARK.length : 0;
        int to = line.length > from && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        return from == 0 && to == line.length ? line : Arrays.copyOfRange(line, from, to);
    }

    private static boolean startsWithMark(byte[] line) {
        return line.length >= MARK.length && line[0] == MARK[0] && line[1] == MARK[1] && line[2] == MARK[2];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.fault.Answer;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a file that a download asks for, as cloud storage answers it: one range, from a byte on. */
final class ByteRange {

    private static final Pattern FROM = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})?");

    private ByteRange() {}

    /** @param range the header of the request; null, or one of another form, for the whole file */
    static Answer of(byte[] file, String range, String contentType) {
        Matcher matcher = FROM.matcher(range == null ? "" : range);
        if (!matcher.matches()) {
            return new Answer(200, Map.of("Content-Type", contentType, "Accept-Ranges", "bytes"), Buffer.buffer(file));
        }
        long from = Long.parseLong(matcher.group(1));
        long to = matcher.group(2) == null
                ? file.length - 1L
                : Math.min(file.length - 1L, Long.parseLong(matcher.group(2)));
        if (from > to) {
            return Answer.text(416, "InvalidRange").with("Content-Range", "bytes */" + file.length);
        }
        return new Answer(
                206,
                Map.of(
                        "Content-Type",
                        contentType,
                        "Accept-Ranges",
                        "bytes",
                        "Content-Range",
                        "bytes " + from + "-" + to + "/" + file.length),
                Buffer.buffer().appendBytes(file, (int) from, (int) (to - from + 1)));
    }
}

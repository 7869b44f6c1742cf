package io.shopoms.sandbox.shopify;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A multipart body with fields and one file behind them, read as cloud storage reads it: fields that stand behind the file do
 * not count.
 *
 * @param fields those before the file
 * @param start where the file begins in the body
 * @param end where it ends
 */
record MultipartFile(Map<String, String> fields, long start, long end) {

    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final String FILE = "file";
    private static final int HEAD = 64 * 1024;
    private static final int TAIL = 8 * 1024;

    /**
     * @param contentType of the request
     * @throws IllegalArgumentException if it is no such body
     */
    static MultipartFile read(Path body, String contentType) throws IOException {
        Matcher matcher = Pattern.compile("^multipart/form-data;.*boundary=\"?([^\";]+)\"?.*$")
                .matcher(contentType == null ? "" : contentType);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the body must be multipart/form-data");
        }
        try (RandomAccessFile file = new RandomAccessFile(body.toFile(), "r")) {
            String head = text(file, 0, (int) Math.min(HEAD, file.length()));
            return parts(file, head, "--" + matcher.group(1));
        }
    }

    private static MultipartFile parts(RandomAccessFile file, String head, String boundary) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = 0;
        while (head.startsWith(boundary + "\r\n", at)) {
            int begin = head.indexOf("\r\n\r\n", at) + 4;
            if (begin < 4) {
                break;
            }
            Matcher name = NAME.matcher(head.substring(at, begin));
            String found = name.find() ? name.group(1) : "";
            if (found.equals(FILE)) {
                return new MultipartFile(fields, begin, end(file, begin, "\r\n" + boundary));
            }
            int end = head.indexOf("\r\n" + boundary, begin);
            if (end < 0) {
                break;
            }
            String value = head.substring(begin, end);
            fields.put(found, new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            at = end + 2;
        }
        throw new IllegalArgumentException("there is no part named file");
    }

    private static long end(RandomAccessFile file, long begin, String delimiter) throws IOException {
        // A file with nothing in it ends where it begins: its delimiter then starts two bytes earlier.
        long from = Math.max(begin - 2, file.length() - TAIL);
        int found = text(file, from, (int) (file.length() - from)).indexOf(delimiter);
        if (found < 0) {
            throw new IllegalArgumentException("the body ends before its last part does");
        }
        return Math.max(begin, from + found);
    }

    private static String text(RandomAccessFile file, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Writes the file alone. */
    void extract(Path body, Path to) throws IOException {
        try (FileChannel in = FileChannel.open(body, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        to,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            long at = start;
            while (at < end) {
                at += in.transferTo(at, end - at, out);
            }
        }
    }
}

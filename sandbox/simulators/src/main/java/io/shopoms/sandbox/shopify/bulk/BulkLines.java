package io.shopoms.sandbox.shopify.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.shopoms.sandbox.fault.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The JSONL file of an operation while it is written. On disk: results may be larger than what memory should hold. */
public final class BulkLines {

    private final Path file;
    private final OutputStream out;
    private long objects;
    private long roots;

    BulkLines(Path file) {
        this.file = file;
        try {
            this.out = new BufferedOutputStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param root whether it is no child of another line */
    public void add(Map<String, Object> line, boolean root) {
        try {
            out.write(Json.MAPPER.writeValueAsBytes(line));
            out.write('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what GraphQL answered can be written as JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        objects++;
        roots += root ? 1 : 0;
    }

    public long objects() {
        return objects;
    }

    long roots() {
        return roots;
    }

    Path file() {
        return file;
    }

    /** @return the size of the file in bytes */
    long close() {
        try {
            out.close();
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

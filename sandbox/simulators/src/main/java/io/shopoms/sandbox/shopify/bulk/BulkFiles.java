package io.shopoms.sandbox.shopify.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of bulk operations and uploads, in a temporary directory that goes with the simulator. */
public final class BulkFiles implements AutoCloseable {

    private final List<Path> made = new ArrayList<>();
    private Path directory;

    synchronized Path create(String name) {
        try {
            if (directory == null) {
                directory = Files.createTempDirectory("simulated-shopify");
            }
            Path file = directory.resolve(name);
            made.add(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> head(Path file, long lines) {
        try (var all = Files.lines(file)) {
            return all.limit(lines).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all of them. */
    public synchronized void clear() {
        try {
            for (Path file : made) {
                Files.deleteIfExists(file);
            }
            made.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        clear();
        try {
            if (directory != null) {
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

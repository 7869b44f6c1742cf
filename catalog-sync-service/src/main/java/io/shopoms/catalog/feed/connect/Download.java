package io.shopoms.catalog.feed.connect;

import io.shopoms.catalog.feed.connect.FetchResult.Fetched;
import io.shopoms.catalog.feed.connect.FetchResult.Validators;
import io.shopoms.sync.failure.SyncFailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** Writes a file as it comes, with its checksum; gives up when it grows too large or takes too long. */
final class Download implements AutoCloseable {

    private static final int BUFFER = 65_536;
    private static final String PREFIX = "shopoms-feed-";
    private static final String SUFFIX = ".tmp";
    private static final Logger LOG = Logger.getLogger(Download.class);

    private final Fetch fetch;
    private final Path file;
    private final OutputStream out;
    private final MessageDigest digest;
    private final long until;
    private long bytes;

    Download(Fetch fetch) throws IOException {
        this.fetch = fetch;
        this.file = Files.createTempFile(PREFIX, SUFFIX);
        this.out = Files.newOutputStream(file);
        this.until = System.nanoTime() + fetch.settings().fetchDeadline().toNanos();
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Removes files that nobody has written to for that long. */
    static void sweep(Duration age) {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        Instant before = Instant.now().minus(age);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warnf(
                    "old temporary files could not be removed: %s", e.getClass().getSimpleName());
        }
    }

    /** @throws SyncFailureException if it is too large, takes too long, or is lost in the middle */
    void copy(InputStream in) {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                write(buffer, count);
            }
        } catch (IOException e) {
            throw Unfetched.connectionLost(fetch, bytes);
        }
    }

    void write(byte[] part, int count) {
        bytes += count;
        if (bytes > fetch.settings().maxFileSize().asLongValue()) {
            throw Unfetched.tooLarge(fetch);
        }
        if (System.nanoTime() - until > 0) {
            throw Unfetched.unreachable(
                    fetch, "did not come within " + fetch.settings().fetchDeadline());
        }
        try {
            out.write(part, 0, count);
        } catch (IOException e) {
            throw Unfetched.misconfigured(
                    "it cannot be written to the directory for temporary files", "Look whether its disk is full.");
        }
        digest.update(part, 0, count);
    }

    long bytes() {
        return bytes;
    }

    /** @throws SyncFailureException if fewer or more bytes came than were announced */
    Fetched whole(OptionalLong announced, Validators validators) {
        if (announced.isPresent() && announced.getAsLong() != bytes) {
            throw Unfetched.cutOff(fetch, bytes, announced.getAsLong());
        }
        try {
            out.close();
        } catch (IOException e) {
            throw Unfetched.misconfigured(
                    "it cannot be written to the directory for temporary files", "Look whether its disk is full.");
        }
        return new Fetched(file, bytes, HexFormat.of().formatHex(digest.digest()), validators);
    }

    /** Removes what was written; for a file that did not come whole. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}

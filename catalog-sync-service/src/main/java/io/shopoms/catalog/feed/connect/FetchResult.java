package io.shopoms.catalog.feed.connect;

import java.nio.file.Path;
import java.util.Optional;

/** What came of fetching a feed's file. */
public sealed interface FetchResult {

    /**
     * The whole file, below the system's directory for temporary files; whoever gets it deletes it.
     *
     * @param checksum SHA-256, in hexadecimal digits
     */
    record Fetched(Path file, long bytes, String checksum, Validators validators) implements FetchResult {}

    /** The server says that it is the file that was fetched before. */
    record NotModified() implements FetchResult {}

    /** What HTTP tells a version of a file by. */
    record Validators(Optional<String> etag, Optional<String> lastModified) {

        public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
    }
}

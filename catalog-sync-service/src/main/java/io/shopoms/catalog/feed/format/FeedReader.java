package io.shopoms.catalog.feed.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The rows of one file, in their order; holds one row at a time. Blocks: to be called on a worker thread. */
public interface FeedReader extends Closeable {

    /**
     * The next row; empty at the end of a file that is whole.
     *
     * @throws io.shopoms.sync.failure.SyncFailureException {@code InvalidPayload} if the rest cannot be read, naming the
     *     line; {@code TransientFailure} if the file ends before it should
     */
    Optional<FeedItem> next() throws IOException;
}

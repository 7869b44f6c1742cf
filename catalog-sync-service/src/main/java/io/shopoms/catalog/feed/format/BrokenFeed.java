package io.shopoms.catalog.feed.format;

import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;

/** Why a feed cannot be read on. Nothing of such a feed takes effect. */
final class BrokenFeed {

    private BrokenFeed() {}

    static SyncFailureException malformed(String format, long line, long column) {
        return new SyncFailureException(new InvalidPayload(
                "The feed is not " + format + ": malformed at line " + line + ", column " + column,
                "Correct the file at that place. Nothing of it was taken over, nothing was removed."));
    }

    static SyncFailureException refused(String what) {
        return new SyncFailureException(new InvalidPayload(
                "The feed cannot be read: " + what,
                "Correct the file or the configuration. Nothing of it was taken over, nothing was removed."));
    }

    /** It may be in the middle of being written: it is fetched again. */
    static SyncFailureException truncated(long line) {
        return new SyncFailureException(
                new TransientFailure("The feed is cut off: it ends in the middle of a record, at line " + line));
    }
}

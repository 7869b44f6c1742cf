package io.shopoms.sync.cache;

import java.time.Instant;
import java.util.Optional;

/**
 * A claimed row with what only the engine needs.
 *
 * @param entry what the handler gets
 * @param alone whether its last batch never answered
 * @param lostLeases how often in a row the worker on it vanished
 * @param storedAt when this version was stored
 * @param pendingSince since when the row waits
 * @param traceId of the trace that this version came with
 */
record Claimed(
        CacheEntry entry,
        boolean alone,
        int lostLeases,
        Instant storedAt,
        Instant pendingSince,
        Optional<String> traceId) {

    /** Whether it must not share a batch with others that are not: it may be what made an earlier one fail without a word. */
    boolean suspect() {
        return alone || lostLeases > 0;
    }

    /** Whether this is the way of a new version, not a person's wish to do it again. */
    boolean firstTime() {
        return !pendingSince.isAfter(storedAt);
    }
}

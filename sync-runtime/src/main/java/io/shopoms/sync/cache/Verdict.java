package io.shopoms.sync.cache;

import io.shopoms.sync.failure.SyncFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * What an attempt means for its row.
 *
 * @param claimed the row
 * @param status its status from now on, unless a newer version came meanwhile
 * @param failure why it is not processed
 * @param note what was done
 * @param delay how long a pending row waits
 * @param counted whether the attempt counts
 * @param alone whether it must be tried without others next time
 */
record Verdict(
        Claimed claimed,
        CacheStatus status,
        Optional<SyncFailure> failure,
        Optional<String> note,
        Duration delay,
        boolean counted,
        boolean alone) {

    static Verdict processed(Claimed claimed, String note) {
        return new Verdict(
                claimed, CacheStatus.PROCESSED, Optional.empty(), Optional.of(note), Duration.ZERO, true, false);
    }

    static Verdict failed(Claimed claimed, SyncFailure failure) {
        return new Verdict(
                claimed, CacheStatus.FAILED, Optional.of(failure), Optional.empty(), Duration.ZERO, true, false);
    }

    static Verdict waiting(Claimed claimed, SyncFailure failure, Duration delay, boolean counted) {
        return new Verdict(claimed, CacheStatus.PENDING, Optional.of(failure), Optional.empty(), delay, counted, false);
    }

    Verdict triedAloneNext() {
        return new Verdict(claimed, status, failure, note, delay, counted, true);
    }

    /** The outcome's name in metrics and logs. */
    String outcome() {
        return status == CacheStatus.PENDING ? "RETRY" : status.name();
    }
}

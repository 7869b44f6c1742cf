package io.shopoms.sync.job;

import io.shopoms.model.ShopDomain;
import java.time.Instant;
import java.util.Optional;

/**
 * A scheduled task of one store, as people see it.
 *
 * @param started whether it runs by itself
 * @param running whether it runs right now
 * @param nextRunAt when it is due; meaningful only while started
 * @param lastResult what the last successful run did
 * @param failure why the last run failed; empty if it did not
 */
public record TaskState(
        String name,
        ShopDomain store,
        boolean started,
        boolean running,
        Instant nextRunAt,
        Optional<Instant> lastStartedAt,
        Optional<Instant> lastFinishedAt,
        Optional<String> lastResult,
        Optional<StoredFailure> failure,
        long runs,
        long failures) {}

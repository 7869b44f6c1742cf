package io.shopoms.sync.job;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.job.JobHandler.Counters;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A job as stored.
 *
 * @param parameters as given at its creation
 * @param checkpoint where the next step begins
 * @param total how many records there are in all, once known
 * @param attempts failed tries of the next step in a row
 * @param failure why the last try failed
 * @param createdBy who asked for it, as named by the token
 */
public record SyncJob(
        UUID id,
        String type,
        ShopDomain store,
        Map<String, String> parameters,
        JobStatus status,
        Optional<String> checkpoint,
        Counters counters,
        OptionalLong total,
        int attempts,
        Optional<StoredFailure> failure,
        Optional<String> createdBy,
        Instant createdAt,
        Optional<Instant> startedAt,
        Instant updatedAt,
        Optional<Instant> finishedAt) {}

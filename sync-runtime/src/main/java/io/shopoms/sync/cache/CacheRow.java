package io.shopoms.sync.cache;

import io.shopoms.model.ShopDomain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cache row as people see it.
 *
 * @param raw the exact text; absent in lists
 * @param columns the domain's own columns
 * @param inWork whether a worker is on it right now
 * @param history its last outcomes, oldest first; empty in lists
 */
public record CacheRow(
        ShopDomain store,
        long recordId,
        RawFormat format,
        Optional<String> raw,
        Map<String, String> columns,
        CacheStatus status,
        long version,
        int attempts,
        Instant nextAttemptAt,
        boolean inWork,
        Optional<String> failureKind,
        Optional<String> failureMessage,
        Optional<String> failureRemedy,
        Optional<String> note,
        Instant sourceUpdatedAt,
        Optional<Instant> triggeredAt,
        Instant receivedAt,
        Instant pendingSince,
        Optional<Instant> processedAt,
        List<String> history) {}

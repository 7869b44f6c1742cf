package io.shopoms.sync.cache;

import io.shopoms.model.ShopDomain;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A due cache row, claimed by this worker: no other works on it until the outcome is written or the lease runs out.
 *
 * @param store whose record it is
 * @param recordId the record's number in its source system
 * @param format how {@code raw} is spelled
 * @param raw the newest record, exactly as received
 * @param sourceUpdatedAt the source's date of that version
 * @param triggeredAt when the source sent it
 * @param version counts the versions that were stored; the outcome counts only for this one
 * @param attempts tries so far, this one included
 * @param columns the domain's own columns
 */
public record CacheEntry(
        ShopDomain store,
        long recordId,
        RawFormat format,
        String raw,
        Instant sourceUpdatedAt,
        Optional<Instant> triggeredAt,
        long version,
        int attempts,
        Map<String, String> columns) {}

package io.shopoms.catalog.feed.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A run as people see it.
 *
 * @param message what it asks, or what is worth knowing
 * @param counters rows and products that it read
 * @param results how many records ended in which result; {@code open} for those on their way to Shopify
 */
public record RunLog(
        UUID id,
        String config,
        String store,
        RunStatus status,
        boolean dryRun,
        String requestedBy,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<String> checksum,
        Counters counters,
        Map<String, Long> results,
        Optional<String> message,
        Optional<Failure> failure) {

    /**
     * @param rows that the file holds
     * @param unreadable rows that could not be read
     * @param products that the rows make
     * @param refused products that make no sense
     * @param changed products that are new or changed
     * @param removed products that the feed no longer holds
     */
    public record Counters(long rows, long unreadable, long products, long refused, long changed, long removed) {}

    public record Failure(String kind, String message, String remedy) {}
}

package io.shopoms.sync.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One version of a record, ready to be stored: what was received together with what its kind read from it.
 *
 * <p>Which of two versions holds is decided by the source's date, then by when it was sent (unknown: received), then by
 * arrival. The upsert in {@link CacheTable} says the same in SQL; a property test holds the two together.
 */
record RowVersion(RawRecord raw, RecordKey key, byte[] contentHash, Map<String, String> columns) {

    /** Longer values would not fit into an index entry; people search by their beginning. */
    static final int MAX_SEARCHED_LENGTH = 500;

    static RowVersion of(CacheKind kind, RawRecord raw, RecordKey key) {
        Set<String> searched = kind.columns().stream()
                .filter(CacheColumn::searched)
                .map(CacheColumn::name)
                .collect(Collectors.toSet());
        Map<String, String> columns = new HashMap<>();
        key.columns()
                .forEach((name, value) ->
                        columns.put(name, searched.contains(name) ? cut(storable(value)) : storable(value)));
        return new RowVersion(raw, key, sha256(key.content()), columns);
    }

    /** The row that this version belongs to. */
    RowId id() {
        return new RowId(raw.store().value(), key.recordId());
    }

    /** Whether this version, which arrived later, holds against {@code earlier}. */
    boolean notOlderThan(RowVersion earlier) {
        int bySource = micros(key.sourceUpdatedAt()).compareTo(micros(earlier.key.sourceUpdatedAt()));
        return bySource != 0 ? bySource > 0 : !sent().isBefore(earlier.sent());
    }

    boolean sameContent(RowVersion other) {
        return Arrays.equals(contentHash, other.contentHash);
    }

    RowVersion withColumn(String name, String value) {
        Map<String, String> changed = new HashMap<>(columns);
        changed.put(name, value);
        return new RowVersion(raw, key, contentHash, changed);
    }

    private Instant sent() {
        return micros(raw.triggeredAt().orElse(raw.receivedAt()));
    }

    /** PostgreSQL keeps microseconds; Shopify sends nanoseconds. Both sides must see the same order. */
    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** PostgreSQL's text cannot hold NUL, which JSON can spell as an escape. */
    private static String storable(String value) {
        return value.replace('\0', '\uFFFD');
    }

    private static String cut(String value) {
        return value.length() <= MAX_SEARCHED_LENGTH ? value : value.substring(0, MAX_SEARCHED_LENGTH);
    }

    private static byte[] sha256(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A row's primary key; ordered so that transactions take their locks in one order and cannot deadlock. */
    record RowId(String store, long recordId) implements Comparable<RowId> {

        @Override
        public int compareTo(RowId other) {
            int byStore = store.compareTo(other.store);
            return byStore != 0 ? byStore : Long.compare(recordId, other.recordId);
        }
    }
}

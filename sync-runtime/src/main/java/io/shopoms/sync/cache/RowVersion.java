package io.shopoms.sync.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One version of a record, ready to be stored: what was received together with what its kind read from it.
 *
 * <p>Which of two versions holds is decided by the source's date, then by when it was sent (unknown: received), then by
 * arrival. The upsert in {@link CacheTable} says the same in SQL; a property test holds the two together.
 */
record RowVersion(RawRecord raw, RecordKey key, byte[] contentHash, Map<String, String> columns) {

    /** Longer values would not fit into an index entry; people search by their beginning. */
    static final int MAX_COLUMN_LENGTH = 500;

    static RowVersion of(RawRecord raw, RecordKey key) {
        Map<String, String> columns = new HashMap<>();
        key.columns().forEach((name, value) -> columns.put(name, storable(value)));
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
        String clean = value.replace('\0', '\uFFFD');
        return clean.length() <= MAX_COLUMN_LENGTH ? clean : clean.substring(0, MAX_COLUMN_LENGTH);
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

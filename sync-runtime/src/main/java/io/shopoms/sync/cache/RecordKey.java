package io.shopoms.sync.cache;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the engine must know of a record to cache it; found by {@link CacheKind#key}.
 *
 * @param recordId the record's number in its source system
 * @param sourceUpdatedAt the source's own date of the last change; an older record never replaces a newer one
 * @param content what the record says, in a form that is equal for equal content whatever format carried it; hashed, so
 *     that a record which says nothing new changes nothing
 * @param columns values for {@link CacheKind#columns()}, absent ones are stored as null
 * @param essence what the kind's {@link IntakeParticipant} needs of the record, so that it is not parsed twice; not stored
 */
public record RecordKey(
        long recordId, Instant sourceUpdatedAt, String content, Map<String, String> columns, Optional<Object> essence) {

    /** A record whose kind nobody takes part in. */
    public RecordKey(long recordId, Instant sourceUpdatedAt, String content, Map<String, String> columns) {
        this(recordId, sourceUpdatedAt, content, columns, Optional.empty());
    }

    public RecordKey {
        Objects.requireNonNull(sourceUpdatedAt, "sourceUpdatedAt");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(essence, "essence");
        columns = Map.copyOf(columns);
    }
}

package io.shopoms.sync.cache;

import io.shopoms.sync.failure.SyncFailure;
import java.util.Objects;

/** What became of one {@link CacheEntry}. */
public sealed interface Outcome {

    long recordId();

    /**
     * The other system now agrees with the record.
     *
     * @param note what was done, for people: {@code S00042 confirmed}, {@code nothing to change}
     */
    record Processed(long recordId, String note) implements Outcome {
        public Processed {
            Objects.requireNonNull(note, "note");
        }
    }

    /** It could not be done; {@code failure} says what must happen next. */
    record Failed(long recordId, SyncFailure failure) implements Outcome {
        public Failed {
            Objects.requireNonNull(failure, "failure");
        }
    }
}

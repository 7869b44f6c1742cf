package io.shopoms.sync.failure;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a record could not be processed, sealed by what must happen next. The engine decides on the type alone; people
 * read {@link #message()} and follow {@link #remedy()}.
 *
 * <p>Neither text may hold secrets or personal data: both are stored, shown in the ops API and logged.
 */
public sealed interface SyncFailure {

    /** What {@link #kind()} may answer. */
    List<String> KINDS =
            List.of("TransientFailure", "MissingDependency", "RejectedByTarget", "InvalidPayload", "Misconfigured");

    /** What went wrong, naming the thing: {@code SKU CSH-1 is not in Odoo}. */
    String message();

    /** What a person can do about it, or what happens by itself. */
    String remedy();

    /** The stable name under which failures are searched and counted: the simple name of the type. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** Passes by itself: a timeout, a restart, a throttle. Tried again with backoff, not before {@code retryAfter}. */
    record TransientFailure(String message, Optional<Duration> retryAfter) implements SyncFailure {
        public TransientFailure {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }

        public TransientFailure(String message) {
            this(message, Optional.empty());
        }

        @Override
        public String remedy() {
            return "Nothing to do: it is tried again by itself. If it lasts, look at the other system's health.";
        }
    }

    /** Something that the record needs is not there yet. Tried again by itself, and shown to people at once. */
    record MissingDependency(String message, String remedy) implements SyncFailure {
        public MissingDependency {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(remedy, "remedy");
        }
    }

    /** The other system understood and refused. A person must act, then retry. */
    record RejectedByTarget(String message, String remedy) implements SyncFailure {
        public RejectedByTarget {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(remedy, "remedy");
        }
    }

    /** The record itself cannot be understood or is contradictory. A person must act. */
    record InvalidPayload(String message, String remedy) implements SyncFailure {
        public InvalidPayload {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(remedy, "remedy");
        }
    }

    /**
     * Every record of the store would fail in the same way: a wrong key, a missing right, a missing setting. Pauses the
     * store's processing, makes readiness say why, and burns no attempts.
     */
    record Misconfigured(String message, String remedy) implements SyncFailure {
        public Misconfigured {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(remedy, "remedy");
        }
    }
}

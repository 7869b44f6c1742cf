package io.shopoms.sync.job;

/** Where a job stands. */
public enum JobStatus {
    /** Waits for a worker. */
    PENDING,
    /** In work, or between two steps. */
    RUNNING,
    /** Stopped by a person, to be resumed where it was. */
    PAUSED,
    /** Done. */
    COMPLETED,
    /** A person must act; can be resumed where it was. */
    FAILED,
    /** Given up by a person. */
    CANCELLED;

    /** Whether nothing will change any more unless a person acts. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}

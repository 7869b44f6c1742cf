package io.shopoms.catalog.feed.run;

/** Where a run stands. */
public enum RunStatus {
    /** Waits for a worker. */
    PENDING,
    /** Being fetched, read or handed over. */
    RUNNING,
    /** Would remove too much: waits for a person. */
    WAITING,
    /** Everything was handed over; single products may still be on their way to Shopify. */
    COMPLETED,
    /** The file is the one that was read before. */
    UNCHANGED,
    /** Nothing of it took effect. */
    FAILED,
    /** A later run took its place. */
    CANCELLED
}

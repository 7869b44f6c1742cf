package io.shopoms.sync.cache;

/** Where a cache row stands. */
public enum CacheStatus {
    /** Waits to be processed, or to be tried again. */
    PENDING,
    /** The other system agrees with it. */
    PROCESSED,
    /** A person must act. */
    FAILED
}

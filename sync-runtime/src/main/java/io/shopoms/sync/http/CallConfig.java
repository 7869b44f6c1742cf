package io.shopoms.sync.http;

import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;

/** How a remote system is called; each system's own settings say with which defaults, and why. */
public interface CallConfig {

    /** How long a connection may take to stand. */
    Duration connectTimeout();

    /** How long one call may take in all. */
    Duration readTimeout();

    /** Calls to one system at the same time. */
    int maxInFlight();

    /** Calls that may wait for their turn; one more fails and its record is tried again later. */
    int maxWaiting();

    /** Answers longer than this are cut off and fail. */
    MemorySize maxAnswerSize();

    /** How often a call that is safe to repeat is sent at most, before its record waits for its own retry. */
    int tries();
}

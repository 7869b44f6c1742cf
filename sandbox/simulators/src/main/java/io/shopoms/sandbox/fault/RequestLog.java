package io.shopoms.sandbox.fault;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The newest requests of a simulator, oldest first; older ones are forgotten. Safe for use by several threads. */
public final class RequestLog {

    private final int limit;
    private final Deque<LoggedRequest> entries = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Instant> newest = new TreeMap<>();
    private long total;

    RequestLog(int limit) {
        this.limit = limit;
    }

    synchronized void add(LoggedRequest request) {
        if (entries.size() == limit) {
            entries.removeFirst();
        }
        entries.addLast(request);
        total++;
        counts.merge(request.operation(), 1L, Long::sum);
        newest.merge(request.operation(), request.at(), (one, other) -> one.isAfter(other) ? one : other);
    }

    public synchronized List<LoggedRequest> entries() {
        return List.copyOf(entries);
    }

    /** How many requests since the start or the last {@link #clear()} asked for {@code operation}, by its exact name. */
    public synchronized long count(String operation) {
        return counts.getOrDefault(operation, 0L);
    }

    /** The same for every operation that was asked for, the forgotten requests too. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** When the newest request for each operation arrived, the forgotten requests too. */
    public synchronized Map<String, Instant> newest() {
        return new TreeMap<>(newest);
    }

    /** All requests since the start or the last {@link #clear()}, the forgotten ones too. */
    public synchronized long total() {
        return total;
    }

    public synchronized void clear() {
        entries.clear();
        counts.clear();
        newest.clear();
        total = 0;
    }
}

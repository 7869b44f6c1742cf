package io.shopoms.sandbox.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest requests of a simulator, oldest first; older ones are forgotten. Safe for use by several threads. */
public final class RequestLog {

    private final int limit;
    private final Deque<LoggedRequest> entries = new ArrayDeque<>();
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
    }

    public synchronized List<LoggedRequest> entries() {
        return List.copyOf(entries);
    }

    /** How many of the remembered requests asked for {@code operation}, by its exact name. */
    public synchronized long count(String operation) {
        return entries.stream()
                .filter(entry -> entry.operation().equals(operation))
                .count();
    }

    /** All requests since the start or the last {@link #clear()}, the forgotten ones too. */
    public synchronized long total() {
        return total;
    }

    public synchronized void clear() {
        entries.clear();
        total = 0;
    }
}

package io.shopoms.sandbox.odoo.orm;

import java.util.LinkedHashMap;
import java.util.Map;

/** Work that waits for the end of a call, each piece once, in the order in which it was first asked for. */
final class Deferred {

    private final Map<Object, Runnable> waiting = new LinkedHashMap<>();

    void add(Object key, Runnable work) {
        waiting.putIfAbsent(key, work);
    }

    void run(Object key) {
        Runnable work = waiting.remove(key);
        if (work != null) {
            work.run();
        }
    }

    /** Also what this work asks for. */
    void runAll() {
        while (!waiting.isEmpty()) {
            Map<Object, Runnable> batch = new LinkedHashMap<>(waiting);
            waiting.clear();
            batch.values().forEach(Runnable::run);
        }
    }

    void clear() {
        waiting.clear();
    }
}

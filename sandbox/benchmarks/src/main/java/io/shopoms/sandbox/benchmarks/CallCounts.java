package io.shopoms.sandbox.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** The calls that a simulator got since the last look, by operation. */
final class CallCounts {

    private final ControlCall simulator;
    private Map<String, Long> before;

    CallCounts(ControlCall simulator) {
        this.simulator = simulator;
        this.before = counts();
    }

    Map<String, Long> sinceLast() {
        Map<String, Long> now = counts();
        Map<String, Long> since = new TreeMap<>();
        now.forEach((operation, count) -> {
            long more = count - before.getOrDefault(operation, 0L);
            if (more > 0) {
                since.put(operation, more);
            }
        });
        before = now;
        return since;
    }

    static long sum(Map<String, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        JsonNode answer = simulator.get("/control/requests/counts");
        answer.fieldNames()
                .forEachRemaining(name -> counts.put(name, answer.path(name).asLong()));
        return counts;
    }
}

package io.shopoms.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are still to happen, in the order in which they were asked for. Safe for use by several threads. */
public final class Faults {

    private final List<Fault> pending = new ArrayList<>();

    public synchronized void add(Fault fault) {
        pending.add(fault);
    }

    public synchronized List<Fault> pending() {
        return List.copyOf(pending);
    }

    public synchronized void clear() {
        pending.clear();
    }

    /** The fault that this request runs into, if any; it counts as used. */
    synchronized Optional<Fault> take(Operation operation) {
        for (int i = 0; i < pending.size(); i++) {
            Fault fault = pending.get(i);
            if (fault.hits(operation)) {
                if (fault.times() == 1) {
                    pending.remove(i);
                } else {
                    pending.set(i, fault.times(fault.times() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}

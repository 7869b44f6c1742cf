package io.shopoms.sync.cache;

import java.util.HashMap;
import java.util.Map;

/** How many batches are in work for each target. */
final class Slots {

    private final int limit;
    private final Map<String, Integer> taken = new HashMap<>();

    Slots(int limit) {
        this.limit = limit;
    }

    synchronized boolean tryTake(String target) {
        int now = taken.getOrDefault(target, 0);
        if (now >= limit) {
            return false;
        }
        taken.put(target, now + 1);
        return true;
    }

    synchronized void giveBack(String target) {
        taken.computeIfPresent(target, (key, now) -> now == 1 ? null : now - 1);
    }
}

package io.shopoms.sync.cache;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many batches are in work for each target, and who was refused a place. A refusal is remembered until a place is
 * free: forgotten, a lane full of due rows would stand still while another one's look for work came to nothing.
 *
 * @param <W> who takes places
 */
final class Slots<W> {

    private final int limit;
    private final Map<String, Target<W>> targets = new HashMap<>();

    Slots(int limit) {
        this.limit = limit;
    }

    /** Takes a place for {@code worker}; without a free one, the worker waits for the next. */
    synchronized boolean tryTake(String target, W worker) {
        Target<W> places = targets.computeIfAbsent(target, name -> new Target<>());
        if (places.taken >= limit) {
            places.waiting.add(worker);
            return false;
        }
        places.waiting.remove(worker);
        places.taken++;
        return true;
    }

    /** @return who has waited longest for the place that is free now, and should try again */
    synchronized Optional<W> giveBack(String target) {
        Target<W> places = targets.get(target);
        places.taken--;
        Iterator<W> next = places.waiting.iterator();
        if (!next.hasNext()) {
            return Optional.empty();
        }
        W worker = next.next();
        next.remove();
        return Optional.of(worker);
    }

    private static final class Target<W> {

        private final Set<W> waiting = new LinkedHashSet<>();
        private int taken;
    }
}

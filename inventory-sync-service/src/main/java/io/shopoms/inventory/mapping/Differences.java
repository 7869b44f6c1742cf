package io.shopoms.inventory.mapping;

import io.shopoms.inventory.stock.Difference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Unexplained differences of a level: the oldest first, all of one sign. */
final class Differences {

    private Differences() {}

    /** One more. What goes the other way takes from the newest: it is likely the same people at work. */
    static List<Difference> plus(List<Difference> differences, long units, Instant since) {
        List<Difference> all = new ArrayList<>(differences);
        long left = units;
        while (left != 0 && !all.isEmpty() && opposite(all.get(all.size() - 1).units(), left)) {
            left = shrink(all, all.size() - 1, left);
        }
        if (left != 0) {
            all.add(new Difference(left, since));
        }
        return all;
    }

    /** Without {@code units} of the same sign, the newest first: an order is heard of soon after it is seen. */
    static List<Difference> explained(List<Difference> differences, long units) {
        return plus(differences, -units, Instant.EPOCH);
    }

    /**
     * Without {@code units}, the oldest first. What is more than there is turns into a difference the other way.
     */
    static List<Difference> withoutOldest(List<Difference> differences, long units, Instant now) {
        List<Difference> all = new ArrayList<>(differences);
        long left = -units;
        while (left != 0 && !all.isEmpty() && opposite(all.get(0).units(), left)) {
            left = shrink(all, 0, left);
        }
        return left == 0 ? all : plus(all, left, now);
    }

    /** Those that are as old as {@code grace} or older. */
    static List<Difference> ripe(List<Difference> differences, Duration grace, Instant now) {
        return differences.stream()
                .filter(difference -> !difference.since().plus(grace).isAfter(now))
                .toList();
    }

    static long units(List<Difference> differences) {
        return differences.stream().mapToLong(Difference::units).sum();
    }

    /** Takes {@code left}, of the other sign, from one of them; what then is left of it. */
    private static long shrink(List<Difference> all, int index, long left) {
        Difference one = all.get(index);
        long rest = one.units() + left;
        if (rest == 0 || opposite(rest, one.units())) {
            all.remove(index);
            return rest;
        }
        all.set(index, new Difference(rest, one.since()));
        return 0;
    }

    private static boolean opposite(long one, long other) {
        return Long.signum(one) * Long.signum(other) < 0;
    }
}

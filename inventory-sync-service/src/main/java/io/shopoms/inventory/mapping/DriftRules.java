package io.shopoms.inventory.mapping;

import io.shopoms.inventory.stock.Difference;
import io.shopoms.inventory.stock.Drift;
import io.shopoms.inventory.stock.Drift.Decision;
import io.shopoms.inventory.stock.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When a difference is drift: once it stayed unexplained for the grace. */
public final class DriftRules {

    private DriftRules() {}

    /** What of a level's differences is drift now; empty for none. */
    public static Optional<Drift> drift(Level level, Decision policy, Duration grace, Instant now, UUID id) {
        List<Difference> ripe = Differences.ripe(level.unexplained(), grace, now);
        if (ripe.isEmpty()) {
            return Optional.empty();
        }
        long units = Differences.units(ripe);
        // Younger differences came after the ripe ones: they are not part of what is decided on.
        long after = level.available() - (level.unexplainedUnits() - units);
        return Optional.of(
                new Drift(id, level.key(), after - units, after, ripe.get(0).since(), policy));
    }

    /** When the next difference of these levels comes of age; empty if there is none. */
    public static Optional<Instant> nextAge(Collection<Level> levels, Duration grace) {
        return levels.stream()
                .flatMap(level -> level.unexplained().stream())
                .map(difference -> difference.since().plus(grace))
                .min(Comparator.naturalOrder());
    }
}

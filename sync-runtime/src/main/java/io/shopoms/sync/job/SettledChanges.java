package io.shopoms.sync.job;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Which changes of one store need no further look. The overlap shows the newest changes in every poll, for ever if Odoo is
 * quiet; but another transaction can put the same date on a record only as long as Odoo's longest transaction lasts. So a
 * change that was read again that long after it was first seen is settled. Forgotten at a restart, which costs one look.
 *
 * @param <C> what is known of a change before its record is read
 */
public final class SettledChanges<C> {

    private record Sighting(Instant writtenAt, Instant firstSeen, boolean settled) {}

    private final Duration longestTransaction;
    private final ToLongFunction<C> id;
    private final Function<C, Instant> writtenAt;
    private final Map<Long, Sighting> sightings = new HashMap<>();

    /**
     * @param id what tells a record from others
     * @param writtenAt Odoo's date of the change
     */
    public SettledChanges(Duration longestTransaction, ToLongFunction<C> id, Function<C, Instant> writtenAt) {
        this.longestTransaction = longestTransaction;
        this.id = id;
        this.writtenAt = writtenAt;
    }

    /** Those of a page that must be read. */
    public synchronized List<C> open(List<C> page, Instant now) {
        return page.stream()
                .filter(changed -> !sighting(changed, now).settled())
                .toList();
    }

    /** The page was read after {@code readAt}, and stored. */
    public synchronized void stored(List<C> page, Instant readAt) {
        for (C changed : page) {
            Sighting seen = sighting(changed, readAt);
            boolean late = !readAt.isBefore(seen.firstSeen().plus(longestTransaction));
            sightings.put(
                    id.applyAsLong(changed), new Sighting(seen.writtenAt(), seen.firstSeen(), seen.settled() || late));
        }
    }

    /** What changed before {@code since} is not asked for any more. */
    public synchronized void forgetBefore(Instant since) {
        sightings.values().removeIf(sighting -> sighting.writtenAt().isBefore(since));
    }

    private Sighting sighting(C changed, Instant now) {
        Sighting known = sightings.get(id.applyAsLong(changed));
        return known != null && known.writtenAt().equals(writtenAt.apply(changed))
                ? known
                : new Sighting(writtenAt.apply(changed), now, false);
    }
}

package io.shopoms.fulfillment.intake;

import io.shopoms.fulfillment.odoo.Pickings.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which changes of one store need no further look. The overlap shows the newest changes in every poll, for ever if Odoo is
 * quiet; but another transaction can put the same date on a picking only as long as Odoo's longest transaction lasts. So a
 * change that was read again that long after it was first seen is settled. Forgotten at a restart, which costs one look.
 */
final class SettledPickings {

    private record Sighting(Instant writtenAt, Instant firstSeen, boolean settled) {}

    private final Duration longestTransaction;
    private final Map<Long, Sighting> sightings = new HashMap<>();

    SettledPickings(Duration longestTransaction) {
        this.longestTransaction = longestTransaction;
    }

    /** Those of a page that must be read. */
    synchronized List<Changed> open(List<Changed> page, Instant now) {
        return page.stream()
                .filter(changed -> !sighting(changed, now).settled())
                .toList();
    }

    /** The page was read after {@code readAt}, and stored. */
    synchronized void stored(List<Changed> page, Instant readAt) {
        for (Changed changed : page) {
            Sighting seen = sighting(changed, readAt);
            boolean late = !readAt.isBefore(seen.firstSeen().plus(longestTransaction));
            sightings.put(changed.id(), new Sighting(seen.writtenAt(), seen.firstSeen(), seen.settled() || late));
        }
    }

    /** What changed before {@code since} is not asked for any more. */
    synchronized void forgetBefore(Instant since) {
        sightings.values().removeIf(sighting -> sighting.writtenAt().isBefore(since));
    }

    private Sighting sighting(Changed changed, Instant now) {
        Sighting known = sightings.get(changed.id());
        return known != null && known.writtenAt().equals(changed.writtenAt())
                ? known
                : new Sighting(changed.writtenAt(), now, false);
    }
}

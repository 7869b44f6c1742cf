package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.Adoption;
import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.inventory.stock.Drift;
import io.shopoms.inventory.stock.Level;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a run brought about, to be stored in one transaction.
 *
 * @param levels changed ones
 * @param effects what is left of order effects, by id; 0 for nothing
 * @param closed open writes whose outcome these levels hold
 * @param drifts newly found
 * @param adoptions newly decided: of a drift above, or of none
 * @param adopted drifts that Odoo has taken over by now
 * @param audit the history's new lines, in order
 * @param items what became of items
 * @param othersDue products whose other items, in every store on this Odoo, are to be looked at, because units were held
 *     back or set free
 */
public record Settlement(
        List<LevelChange> levels,
        Map<Long, Long> effects,
        Set<UUID> closed,
        List<Drift> drifts,
        List<Adoption> adoptions,
        Set<UUID> adopted,
        List<AuditLine> audit,
        List<ItemResult> items,
        Set<OdooId> othersDue) {

    public Settlement {
        levels = List.copyOf(levels);
        effects = Map.copyOf(effects);
        closed = Set.copyOf(closed);
        drifts = List.copyOf(drifts);
        adoptions = List.copyOf(adoptions);
        adopted = Set.copyOf(adopted);
        audit = List.copyOf(audit);
        items = List.copyOf(items);
        othersDue = Set.copyOf(othersDue);
    }

    public boolean isEmpty() {
        return levels.isEmpty()
                && effects.isEmpty()
                && closed.isEmpty()
                && drifts.isEmpty()
                && adoptions.isEmpty()
                && adopted.isEmpty()
                && audit.isEmpty()
                && items.isEmpty()
                && othersDue.isEmpty();
    }

    /**
     * A level as it was loaded and as it is now. {@link Level#doubts()} and {@link Level#shown()} are changed by others
     * meanwhile: of these the difference is applied. All else is replaced; {@link Level#revision()} is counted on by the
     * store.
     *
     * @param before of revision 0 if it was not known
     */
    public record LevelChange(Level before, Level after) {

        public LevelChange {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }
    }

    /**
     * What became of an item.
     *
     * @param b2b units kept for the other channel, over all locations; empty if no number could be computed
     * @param b2c units that Shopify shows, over all locations; empty likewise
     * @param failure why it is not in step
     * @param at when
     * @param lookAgainAt when it becomes due by itself: a difference comes of age then; empty for never
     */
    public record ItemResult(
            ShopifyId item,
            Optional<Long> b2b,
            Optional<Long> b2c,
            Optional<SyncFailure> failure,
            Instant at,
            Optional<Instant> lookAgainAt) {}
}

package io.shopoms.inventory.stock;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an inventory level in Shopify, in units.
 *
 * @param key which level
 * @param revision counts how often it was stored; 0 if it never was
 * @param presence whether the item is stocked at the location
 * @param available what Shopify had when it was last read or written; may be negative, as Shopify's can
 * @param availableAt Shopify's date of that, in whole seconds where a webhook told it
 * @param kept whether shopOMS answers for its number. Of one that it does not (item disabled, location not served) the next
 *     reading is taken as it is, with no question who changed it
 * @param unexplained what of {@code available} nobody has accounted for, the oldest first, all of one sign
 * @param shown a difference that a store's policy leaves standing: part of the number until a person decides
 * @param doubts how many things suggest that Shopify's value is another by now: it is read before it is used
 * @param number what was last computed for it, with every term
 */
public record Level(
        LevelKey key,
        long revision,
        Presence presence,
        long available,
        Instant availableAt,
        boolean kept,
        List<Difference> unexplained,
        long shown,
        int doubts,
        Optional<StockNumber> number) {

    public Level {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(presence, "presence");
        Objects.requireNonNull(availableAt, "availableAt");
        unexplained = List.copyOf(unexplained);
        Objects.requireNonNull(number, "number");
    }

    /** Whether an item is stocked at a location. */
    public enum Presence {
        /** Not yet: the first number that is not 0 makes it so. */
        NEVER,
        STOCKED,
        /** A person took it away in Shopify: no number brings it back. */
        REMOVED
    }

    public Level seen(Presence stocked, long units, Instant at) {
        return new Level(key, revision, stocked, units, at, kept, unexplained, shown, doubts, number);
    }

    public Level withRevision(long stored) {
        return new Level(key, stored, presence, available, availableAt, kept, unexplained, shown, doubts, number);
    }

    public Level withKept(boolean answered) {
        return new Level(key, revision, presence, available, availableAt, answered, unexplained, shown, doubts, number);
    }

    public Level withUnexplained(List<Difference> differences) {
        return new Level(key, revision, presence, available, availableAt, kept, differences, shown, doubts, number);
    }

    public Level withShown(long units) {
        return new Level(key, revision, presence, available, availableAt, kept, unexplained, units, doubts, number);
    }

    public Level withDoubts(int reasons) {
        return new Level(key, revision, presence, available, availableAt, kept, unexplained, shown, reasons, number);
    }

    public Level withNumber(Optional<StockNumber> computed) {
        return new Level(key, revision, presence, available, availableAt, kept, unexplained, shown, doubts, computed);
    }

    public boolean isDoubtful() {
        return doubts > 0;
    }

    /** What nobody has accounted for yet, in units: negative if Shopify has less than it should. */
    public long unexplainedUnits() {
        return unexplained.stream().mapToLong(Difference::units).sum();
    }

    /** Units that left and of which nobody knows the order yet: 0 or more. They may be sold, so nobody else offers them. */
    public long held() {
        return Math.max(0, -unexplainedUnits());
    }
}

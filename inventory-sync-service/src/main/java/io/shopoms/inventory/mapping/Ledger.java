package io.shopoms.inventory.mapping;

import io.shopoms.inventory.stock.Adoption;
import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.inventory.stock.AuditLine.Source;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.Drift;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.Level.Presence;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.StockNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Books what happens to levels. What a level has is {@code available}; what of it nobody has accounted for is its
 * unexplained differences. Every booking of units is told in lines without gaps.
 *
 * @param now when it is booked
 * @param run names the run, in lines of what is seen
 */
public record Ledger(Instant now, UUID run) {

    public Ledger {
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(run, "run");
    }

    /**
     * What Shopify shows now.
     *
     * @param stocked whether the item is stocked there
     * @param available units; 0 if it is not stocked
     */
    public record Reading(boolean stocked, long available, Instant updatedAt) {}

    /**
     * A write that Shopify carried out.
     *
     * @param from what was there before it
     * @param number the terms of {@code quantity}; empty if they are not known any more
     * @param key its idempotency key
     */
    public record Write(
            long from, long quantity, Instant at, ChangeCause cause, Optional<StockNumber> number, UUID key) {}

    /** A level of which nothing is known yet. */
    public static Level unknown(LevelKey key) {
        return new Level(key, 0, Presence.NEVER, 0, Instant.EPOCH, false, List.of(), 0, 0, Optional.empty());
    }

    /** A reading: doubts end. The first one of a level that is kept anew is taken as it is; later ones leave differences. */
    public Booked read(Level level, Reading reading) {
        if (!reading.stocked() && level.presence() != Presence.NEVER) {
            return removed(level, reading);
        }
        Presence presence = reading.stocked() ? Presence.STOCKED : Presence.NEVER;
        Level seen = level.seen(presence, reading.available(), known(reading.updatedAt()))
                .withDoubts(0);
        if (level.kept()) {
            return differing(seen, level.available());
        }
        // Where the item is not stocked yet there is nothing to keep: what Shopify has once it is, is taken as it is
        // too.
        Level kept = seen.withKept(reading.stocked());
        return level.revision() == 0
                ? new Booked(kept, List.of(seen(kept, 0, ChangeCause.FIRST_SYNC)))
                : moved(kept, level.available(), ChangeCause.FIRST_SYNC);
    }

    /** Nobody sold what was taken away with its whole level: nothing is held for it. */
    private Booked removed(Level level, Reading reading) {
        Booked released = release(level);
        Level gone = released.level()
                .seen(Presence.REMOVED, reading.available(), known(reading.updatedAt()))
                .withDoubts(0);
        return released.then(moved(gone, level.available(), ChangeCause.DRIFT));
    }

    /** Our write was carried out. Differences stay: the number was computed with them. */
    public Booked written(Level level, Write write) {
        // The write tells what was there before it, which may have been seen but not stored.
        Booked before = level.available() == write.from()
                ? new Booked(level, List.of())
                : differing(level.seen(Presence.STOCKED, write.from(), known(write.at())), level.available());
        Level after = before.level()
                .seen(Presence.STOCKED, write.quantity(), known(write.at()))
                .withKept(true)
                .withNumber(write.number());
        return before.then(new Booked(
                after,
                List.of(new AuditLine(
                        level.key(),
                        Source.SHOPOMS,
                        write.cause(),
                        write.from(),
                        write.quantity(),
                        0,
                        now,
                        write.key()))));
    }

    /** {@code units} of the unexplained ones belong to an order. */
    public Booked explained(Level level, long units) {
        Level after = level.withUnexplained(Differences.explained(level.unexplained(), units))
                .withNumber(level.number().map(number -> number.withExplained(units)));
        return new Booked(after, List.of(told(after, ChangeCause.ORDER, units)));
    }

    /** A drift was decided on: corrected and shown ones are no longer unexplained, adopted ones are until Odoo has them. */
    public Booked decided(Level level, Drift drift) {
        return switch (drift.decision()) {
            case CORRECT -> accounted(level, drift.units());
            case SHOW -> accounted(level.withShown(level.shown() + drift.units()), drift.units());
            case ADOPT -> new Booked(level, List.of());
        };
    }

    /** Odoo has taken over what was unexplained, or shown, until now. */
    public Booked adopted(Level level, Adoption adoption) {
        return adoption.shown()
                ? new Booked(level.withShown(level.shown() - adoption.units()), List.of())
                : accounted(level, adoption.units());
    }

    /** Shopify is said to show something else: it is read before it is used. */
    public static Level doubted(Level level) {
        return level.withDoubts(level.doubts() + 1);
    }

    /** What is dated ahead of us would make all that is heard until then look old. */
    private Instant known(Instant at) {
        return at.isAfter(now) ? now : at;
    }

    /** shopOMS no longer answers for its number. */
    public Booked release(Level level) {
        Level released =
                level.withUnexplained(List.of()).withShown(0).withKept(false).withNumber(Optional.empty());
        long open = level.unexplainedUnits();
        return new Booked(released, open == 0 ? List.of() : List.of(told(released, ChangeCause.SETTING, open)));
    }

    private Booked accounted(Level level, long units) {
        Level after = level.withUnexplained(Differences.withoutOldest(level.unexplained(), units, now));
        return new Booked(after, List.of(told(after, ChangeCause.DRIFT, units)));
    }

    private Booked differing(Level seen, long before) {
        long units = seen.available() - before;
        return units == 0
                ? new Booked(seen, List.of())
                : new Booked(
                        seen.withUnexplained(Differences.plus(seen.unexplained(), units, now)),
                        List.of(seen(seen, before, ChangeCause.UNEXPLAINED)));
    }

    private Booked moved(Level after, long before, ChangeCause cause) {
        return new Booked(after, after.available() == before ? List.of() : List.of(seen(after, before, cause)));
    }

    private AuditLine seen(Level after, long before, ChangeCause cause) {
        return new AuditLine(after.key(), Source.SHOPIFY, cause, before, after.available(), 0, now, run);
    }

    private AuditLine told(Level level, ChangeCause cause, long units) {
        return new AuditLine(level.key(), Source.SHOPIFY, cause, level.available(), level.available(), units, now, run);
    }
}

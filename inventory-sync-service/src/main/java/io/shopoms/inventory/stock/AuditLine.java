package io.shopoms.inventory.stock;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One line of a level's history, in units. A line begins where the one before it ended. {@code after - before} of all lines
 * and {@code explains} together account for every unit by its cause: what is seen unexplained is told again, with
 * {@code before = after}, when its cause is known.
 *
 * @param key which level
 * @param source who changed it
 * @param cause why
 * @param before what it had
 * @param after what it had then
 * @param explains units of earlier {@link ChangeCause#UNEXPLAINED} lines that this line gives the cause of; mostly 0
 * @param at when
 * @param correlation the key of the write in Shopify, or the run that saw it
 */
public record AuditLine(
        LevelKey key,
        Source source,
        ChangeCause cause,
        long before,
        long after,
        long explains,
        Instant at,
        UUID correlation) {

    public AuditLine {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(correlation, "correlation");
    }

    /** Who changed it. */
    public enum Source {
        /** It was seen in Shopify. */
        SHOPIFY,
        /** We wrote it. */
        SHOPOMS
    }
}

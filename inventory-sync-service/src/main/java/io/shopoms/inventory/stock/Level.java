package io.shopoms.inventory.stock;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an inventory level in Shopify, in units.
 *
 * @param key which level
 * @param available what Shopify had when it was last read or written; may be negative, as Shopify's can
 * @param availableAt Shopify's date of that, in whole seconds where a webhook told it
 * @param accounted what Shopify should have by all that is known: our own writes and the orders heard of
 * @param unexplainedSince since when {@code available} differs from {@code accounted}; empty if they are equal
 * @param shown a difference that a store's policy leaves standing: part of the number until a person decides
 * @param doubtful whether something suggests that Shopify's value is another by now: it is read before it is used
 * @param stocked whether the item is stocked at the location
 */
public record Level(
        LevelKey key,
        long available,
        Instant availableAt,
        long accounted,
        Optional<Instant> unexplainedSince,
        long shown,
        boolean doubtful,
        boolean stocked) {

    public Level {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(availableAt, "availableAt");
        Objects.requireNonNull(unexplainedSince, "unexplainedSince");
    }

    /** What nobody has accounted for yet, in units: negative if Shopify has less than it should. */
    public long unexplained() {
        return available - accounted;
    }
}

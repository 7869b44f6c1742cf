package io.shopoms.inventory.stock;

import java.time.Instant;
import java.util.Objects;

/**
 * Units by which a level in Shopify differs from what it should have by all that is known.
 *
 * @param units negative if Shopify has less; never 0
 * @param since when it was seen
 */
public record Difference(long units, Instant since) {

    /** @throws IllegalArgumentException if it is none */
    public Difference {
        Objects.requireNonNull(since, "since");
        if (units == 0) {
            throw new IllegalArgumentException("a difference of nothing is none");
        }
    }
}

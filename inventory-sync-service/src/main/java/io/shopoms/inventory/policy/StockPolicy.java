package io.shopoms.inventory.policy;

import io.shopoms.inventory.stock.Allocation;
import io.shopoms.inventory.stock.Drift.Decision;
import java.time.Duration;
import java.util.Objects;

/**
 * What a merchant chose for one store. The settings are described in {@link StockPolicySettings}.
 *
 * @param drift what happens to a difference that stays unexplained
 * @param driftAfter how long it may stay so
 * @param buffer units kept back of an item at a location, unless the item or the location has a buffer of its own
 * @param allocation what is kept for B2B, unless the item has an allocation of its own
 */
public record StockPolicy(Decision drift, Duration driftAfter, long buffer, Allocation allocation) {

    /** @throws IllegalArgumentException if the buffer or the time is negative */
    public StockPolicy {
        Objects.requireNonNull(drift, "drift");
        Objects.requireNonNull(allocation, "allocation");
        if (buffer < 0) {
            throw new IllegalArgumentException("shopoms.inventory.buffer is 0 or more units, not " + buffer);
        }
        if (driftAfter.isNegative()) {
            throw new IllegalArgumentException("shopoms.inventory.drift-after is a time, not " + driftAfter);
        }
    }
}

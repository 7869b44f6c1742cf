package io.shopoms.inventory.shopify;

import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.LevelKey;
import java.util.Objects;

/**
 * One number to be written.
 *
 * @param key which level
 * @param quantity what {@code available} shall become, in units, 0 to 1,000,000,000
 * @param from what it must be now; Shopify refuses the write if it is not
 * @param cause why, for the history
 */
public record LevelWrite(LevelKey key, long quantity, long from, ChangeCause cause) {

    public LevelWrite {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(cause, "cause");
    }
}

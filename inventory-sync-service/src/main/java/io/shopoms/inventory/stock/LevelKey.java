package io.shopoms.inventory.stock;

import io.shopoms.model.ShopifyId;
import java.util.Comparator;
import java.util.Objects;

/**
 * Names an inventory level of one store: an inventory item at a location.
 *
 * @param item the inventory item, what Shopify counts the stock of
 * @param location the location of the store
 */
public record LevelKey(ShopifyId item, ShopifyId location) implements Comparable<LevelKey> {

    private static final Comparator<LevelKey> ORDER = Comparator.comparingLong(
                    (LevelKey key) -> key.item().value())
            .thenComparingLong(key -> key.location().value());

    public LevelKey {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(location, "location");
    }

    @Override
    public int compareTo(LevelKey other) {
        return ORDER.compare(this, other);
    }
}

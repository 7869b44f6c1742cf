package io.shopoms.inventory.stock;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.util.Comparator;
import java.util.Objects;

/**
 * Names an inventory item among all stores.
 *
 * @param store whose item it is
 * @param item the inventory item
 */
public record ItemKey(ShopDomain store, ShopifyId item) implements Comparable<ItemKey> {

    private static final Comparator<ItemKey> ORDER = Comparator.comparing(
                    (ItemKey key) -> key.store().value())
            .thenComparingLong(key -> key.item().value());

    public ItemKey {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(item, "item");
    }

    /** The order in which transactions take their locks, so that no two wait for each other. */
    @Override
    public int compareTo(ItemKey other) {
        return ORDER.compare(this, other);
    }
}

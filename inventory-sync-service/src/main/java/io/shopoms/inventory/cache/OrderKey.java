package io.shopoms.inventory.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.util.Comparator;

/** Names an order among all stores. Sorted, so that transactions take their locks in one order. */
public record OrderKey(ShopDomain store, ShopifyId order) implements Comparable<OrderKey> {

    private static final Comparator<OrderKey> ORDER = Comparator.comparing(
                    (OrderKey key) -> key.store().value())
            .thenComparingLong(key -> key.order().value());

    @Override
    public int compareTo(OrderKey other) {
        return ORDER.compare(this, other);
    }
}

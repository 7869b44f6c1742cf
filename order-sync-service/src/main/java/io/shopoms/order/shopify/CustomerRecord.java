package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.Optional;

/**
 * An account as {@code customers/*} webhooks tell of it.
 *
 * @param updatedAt the date of this version; empty for a deleted account, of which Shopify sends only the number
 */
public record CustomerRecord(Customer customer, Optional<Instant> updatedAt) {

    public ShopifyId id() {
        return customer.id();
    }

    public boolean isDeleted() {
        return updatedAt.isEmpty();
    }
}

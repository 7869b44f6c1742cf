package io.shopoms.inventory.stock;

import io.shopoms.model.ShopifyId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A location of a store, and what of Odoo's stock it offers.
 *
 * @param id the location in Shopify
 * @param name for people
 * @param active whether Shopify's location is active; an inactive one is not written to
 * @param sources where its stock lies in Odoo; empty if nobody has mapped it, and then it is not written to
 * @param buffer units kept back at this location, if it has a buffer of its own
 */
public record StockLocation(ShopifyId id, String name, boolean active, List<SourceShare> sources, OptionalLong buffer) {

    public StockLocation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(buffer, "buffer");
        sources = List.copyOf(sources);
    }

    /** Whether the number is written there. */
    public boolean isServed() {
        return active && !sources.isEmpty();
    }
}

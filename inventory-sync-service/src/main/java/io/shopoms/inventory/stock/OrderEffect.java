package io.shopoms.inventory.stock;

import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.Objects;

/**
 * What an order did to Shopify's {@code available} of an item, at a location that the order does not tell.
 *
 * @param id of the stored effect
 * @param item which item
 * @param units taken out (negative) or given back, that no difference was explained with yet; never 0
 * @param at when it was heard of
 */
public record OrderEffect(long id, ShopifyId item, long units, Instant at) {

    public OrderEffect {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(at, "at");
    }
}

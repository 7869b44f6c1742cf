package io.shopoms.inventory.shopify;

import io.shopoms.model.ShopifyId;
import java.util.Objects;

/**
 * A location as Shopify shows it.
 *
 * @param name for people
 * @param active whether stock can be kept there
 * @param fulfillsOnlineOrders whether its stock is offered in the online store
 */
public record ShopifyLocation(ShopifyId id, String name, boolean active, boolean fulfillsOnlineOrders) {

    public ShopifyLocation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}

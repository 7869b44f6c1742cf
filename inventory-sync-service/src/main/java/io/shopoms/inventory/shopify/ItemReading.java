package io.shopoms.inventory.shopify;

import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.List;

/**
 * An inventory item as Shopify shows it now.
 *
 * @param item which one
 * @param sku empty for none
 * @param tracked whether Shopify counts its stock at all
 * @param levels one for each location that stocks it or did; others have none
 */
public record ItemReading(ShopifyId item, String sku, boolean tracked, List<LevelReading> levels) {

    public ItemReading {
        levels = List.copyOf(levels);
    }

    /**
     * @param stocked whether the item is stocked there (active level)
     * @param available units; may be negative
     * @param updatedAt Shopify's date of that quantity
     */
    public record LevelReading(ShopifyId location, boolean stocked, long available, Instant updatedAt) {}
}

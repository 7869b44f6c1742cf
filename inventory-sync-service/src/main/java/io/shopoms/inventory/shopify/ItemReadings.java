package io.shopoms.inventory.shopify;

import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import java.util.Map;

/**
 * What Shopify answered of the items that it was asked for. One that is in neither map is not in Shopify.
 *
 * @param found each with all its levels
 * @param unclear of which the answer lacks something, with what it lacks: nothing is known of them, and others do not suffer
 */
public record ItemReadings(Map<ShopifyId, ItemReading> found, Map<ShopifyId, SyncFailure> unclear) {

    /** Nobody was asked for. */
    public static final ItemReadings NONE = new ItemReadings(Map.of(), Map.of());

    public ItemReadings {
        found = Map.copyOf(found);
        unclear = Map.copyOf(unclear);
    }
}

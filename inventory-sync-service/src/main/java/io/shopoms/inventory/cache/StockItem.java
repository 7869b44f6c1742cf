package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.Allocation;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.StockLink.Measured;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An inventory item as people see it, linked or not.
 *
 * @param key which item
 * @param variant its variant, once told
 * @param shopifyProduct the product of the variant, once told
 * @param sku as in Shopify; empty for none, or as long as it was not told
 * @param tracked whether Shopify counts its stock, once told
 * @param product the Odoo product that it stands for
 * @param catalogProduct the one that the catalog service says
 * @param chosenBy the person who linked or unlinked it; then the catalog service's word waits until it is released
 * @param enabled whether its stock is written
 * @param allocation what is kept for B2B, if chosen for this item
 * @param buffer units kept back, if chosen for this item
 * @param measured what to do if Odoo measures the product
 * @param b2b units kept for B2B when it was last looked at
 * @param b2c units that Shopify shows since then
 * @param syncedAt when both sides last agreed
 * @param failure why they do not
 * @param deletedAt when it was deleted in Shopify
 */
public record StockItem(
        ItemKey key,
        Optional<ShopifyId> variant,
        Optional<ShopifyId> shopifyProduct,
        String sku,
        Optional<Boolean> tracked,
        Optional<OdooId> product,
        Optional<OdooId> catalogProduct,
        Optional<String> chosenBy,
        boolean enabled,
        Optional<Allocation> allocation,
        OptionalLong buffer,
        Measured measured,
        OptionalLong b2b,
        OptionalLong b2c,
        Optional<Instant> syncedAt,
        Optional<Failure> failure,
        Optional<Instant> deletedAt) {

    public StockItem {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(sku, "sku");
    }

    /** Why an item is not in step. */
    public record Failure(String kind, String message, String remedy, Instant since) {}
}

package io.shopoms.inventory.stock;

import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which Odoo product an inventory item of a store stands for, and what people chose for it.
 *
 * @param store whose item it is
 * @param item the inventory item
 * @param variant its variant
 * @param product the {@code product.product}
 * @param sku as in Shopify; empty for none
 * @param enabled whether its stock is written to Shopify
 * @param allocation what is kept for B2B, if chosen for this item
 * @param buffer units kept back, if chosen for this item
 * @param measured what to do if Odoo measures the product (kilograms, metres) instead of counting it
 */
public record StockLink(
        ShopDomain store,
        ShopifyId item,
        ShopifyId variant,
        OdooId product,
        String sku,
        boolean enabled,
        Optional<Allocation> allocation,
        OptionalLong buffer,
        Measured measured) {

    public StockLink {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(allocation, "allocation");
        Objects.requireNonNull(buffer, "buffer");
        Objects.requireNonNull(measured, "measured");
    }

    /** Shopify counts pieces; Odoo may measure. */
    public enum Measured {
        /** The item waits, with the unit named. */
        REFUSE,
        /** One piece in Shopify is one unit of measure in Odoo; parts of one are not offered. */
        WHOLE_UNITS
    }
}

package io.shopoms.catalog.cache;

import io.shopoms.catalog.product.Product;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which template stands for a Shopify product.
 *
 * @param shopify what Shopify held when both were last in step; absent for a link that a person made and nothing followed yet
 * @param odoo what Odoo held then
 * @param variants every variant that has a product in Odoo; none if the product was deleted in Shopify
 */
public record ProductLink(
        ShopDomain shop,
        ShopifyId productId,
        OdooId templateId,
        String title,
        Optional<Product> shopify,
        Optional<Product> odoo,
        List<VariantLink> variants) {

    public ProductLink {
        Objects.requireNonNull(shop, "shop");
        Objects.requireNonNull(shopify, "shopify");
        Objects.requireNonNull(odoo, "odoo");
        variants = List.copyOf(variants);
    }

    /**
     * Which product stands for a variant.
     *
     * @param sku as in Shopify; empty for none
     */
    public record VariantLink(ShopifyId variantId, Optional<ShopifyId> inventoryItemId, OdooId productId, String sku) {}
}

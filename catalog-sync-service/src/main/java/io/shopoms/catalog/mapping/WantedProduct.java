package io.shopoms.catalog.mapping;

import io.shopoms.catalog.product.Product;
import io.shopoms.model.ShopifyId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A Shopify product that Odoo shall show.
 *
 * @param content as Shopify says it
 * @param variants the ids of the content's variants, in their order
 */
public record WantedProduct(ShopifyId id, Product content, List<VariantIds> variants) {

    /** @throws IllegalArgumentException if ids and variants are not equally many */
    public WantedProduct {
        Objects.requireNonNull(id, "id");
        variants = List.copyOf(variants);
        if (variants.size() != content.variants().size()) {
            throw new IllegalArgumentException(
                    variants.size() + " ids for " + content.variants().size() + " variants");
        }
    }

    /** @param inventoryItemId absent if Shopify has not said it */
    public record VariantIds(ShopifyId variantId, Optional<ShopifyId> inventoryItemId) {}

    /** How people find it. */
    public String label() {
        return "'" + content.title().orElse("") + "' (Shopify product " + id + ")";
    }
}

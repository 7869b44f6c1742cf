package io.shopoms.catalog.shopify;

import io.shopoms.model.ShopifyId;
import java.util.Objects;
import java.util.Optional;

/**
 * What a payload tells of a product.
 *
 * @param product absent if Shopify told that it was deleted
 */
public record ProductRecord(ShopifyId id, Optional<ShopifyProduct> product) {

    public ProductRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(product, "product");
    }

    public boolean isDeleted() {
        return product.isEmpty();
    }
}

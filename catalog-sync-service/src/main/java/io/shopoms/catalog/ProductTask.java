package io.shopoms.catalog;

import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.mapping.LastSync;
import io.shopoms.catalog.mapping.WantedProduct;
import io.shopoms.model.ShopifyId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A Shopify product that is to be brought to Odoo, with what was agreed about it before. */
record ProductTask(WantedProduct wanted, Optional<ProductLink> link) {

    long id() {
        return wanted.id().value();
    }

    Optional<LastSync> last() {
        return link.flatMap(known ->
                known.shopify().flatMap(shopify -> known.odoo().map(odoo -> new LastSync(shopify, odoo))));
    }

    Map<ShopifyId, Long> linkedVariants() {
        Map<ShopifyId, Long> products = new HashMap<>();
        link.ifPresent(known -> known.variants()
                .forEach(variant ->
                        products.put(variant.variantId(), variant.productId().value())));
        return products;
    }
}

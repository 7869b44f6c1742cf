package io.shopoms.catalog.mapping;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.model.ShopifyId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All that decides what Shopify takes over from a template.
 *
 * @param template with content
 * @param shown what Shopify shows now
 * @param known which Odoo product is linked for which variant
 * @param last absent for a product that was never in step
 * @param led the fields that Shopify takes over
 * @param structure whether Shopify takes over variants and options too
 */
public record Push(
        OdooProduct template,
        WantedProduct shown,
        Map<ShopifyId, Long> known,
        Optional<LastSync> last,
        Set<ProductField> led,
        boolean structure) {

    public Push {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(last, "last");
        known = Map.copyOf(known);
        // Odoo has no metafields.
        Set<ProductField> sayable = EnumSet.allOf(ProductField.class);
        sayable.retainAll(led);
        sayable.remove(ProductField.METAFIELDS);
        if (!template.active()) {
            // What is archived is only taken out of the shop.
            sayable.retainAll(Set.of(ProductField.STATUS));
            structure = false;
        }
        led = Set.copyOf(sayable);
    }
}

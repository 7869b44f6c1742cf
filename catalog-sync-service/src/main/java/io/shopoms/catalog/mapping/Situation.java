package io.shopoms.catalog.mapping;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.model.ShopifyId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that decides what must be done to a template.
 *
 * @param known which Odoo product is linked, or was made, for which variant
 * @param last absent for a product that was never in step
 * @param led the fields that Odoo takes over
 * @param structure whether Odoo takes over variants and options too
 * @param written whether shopOMS wrote the template a moment ago: what then differs in spelling is Odoo's own spelling
 */
public record Situation(
        OdooProduct present,
        WantedProduct wanted,
        Map<ShopifyId, Long> known,
        Optional<LastSync> last,
        Set<ProductField> led,
        boolean structure,
        boolean written) {

    public Situation {
        known = Map.copyOf(known);
        led = Set.copyOf(led);
    }
}

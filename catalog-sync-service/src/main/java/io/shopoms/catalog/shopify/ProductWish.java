package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.model.ShopifyId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What Shopify should hold of one product.
 *
 * @param reference tells the record that the product is made from, such as {@code odoo:42}; never another's, never changed.
 *     A product that is created carries it, so that a creation of which the answer was lost is recognised
 * @param present what Shopify has, read whole; absent to create the product
 * @param wanted the state to reach; what it leaves out is left alone
 * @param led the fields of an existing product, and of its existing variants, that may change; what is created gets all
 *     fields
 * @param structure whether options and variants may come, change and go too; without it, variants that Shopify lacks or
 *     has beyond the wanted ones are left alone
 * @param known the ids that variants had before, by their wanted option values: so a renamed one keeps its id
 */
public record ProductWish(
        String reference,
        Optional<ShopifyProduct> present,
        Product wanted,
        Set<ProductField> led,
        boolean structure,
        Map<List<String>, ShopifyId> known) {

    public ProductWish {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(wanted, "wanted");
        led = Set.copyOf(led);
        known = Map.copyOf(known);
        if (present.isPresent() && !present.get().complete()) {
            // What is not known would be deleted.
            throw new IllegalArgumentException("a product is only changed when all of its variants are known");
        }
    }

    /** A product that Shopify does not have yet. */
    public static ProductWish creation(String reference, Product wanted) {
        return new ProductWish(reference, Optional.empty(), wanted, Set.of(), true, Map.of());
    }

    /** Whether Shopify has the product because an earlier try created it for this very record. */
    boolean isOverOwn() {
        return present.flatMap(ShopifyProduct::source).equals(Optional.of(reference));
    }

    /** The same with a newer state of Shopify. */
    ProductWish over(ShopifyProduct found) {
        return new ProductWish(reference, Optional.of(found), wanted, led, structure, known);
    }

    /** The same over the product that an earlier try created: all of it is ours. */
    ProductWish overCreated(ShopifyProduct found) {
        return new ProductWish(reference, Optional.of(found), wanted, EnumSet.allOf(ProductField.class), true, known);
    }
}

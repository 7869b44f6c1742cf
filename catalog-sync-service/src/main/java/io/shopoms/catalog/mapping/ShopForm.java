package io.shopoms.catalog.mapping;

import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Odoo says of a product, as Shopify is to hear it: the inverse of {@link OdooForm}. */
public final class ShopForm {

    private ShopForm() {}

    /** A product that Shopify does not have yet. */
    public static Product of(Product odoo) {
        return new Product(
                odoo.title(),
                odoo.description(),
                Optional.empty(),
                odoo.productType(),
                odoo.tags(),
                odoo.status(),
                odoo.options(),
                odoo.variants().stream().map(ShopForm::of).toList(),
                Optional.empty(),
                List.of());
    }

    /**
     * A product that Shopify shows already: its options keep their order, and attributes with one value, by which people
     * describe a product, are no choice that the shop lacks.
     */
    static Product like(Product odoo, Product shown) {
        return of(OdooForm.inOrderOf(choices(odoo, shown), shown));
    }

    private static Product choices(Product odoo, Product shown) {
        List<String> names = shown.options().stream().map(ProductOption::name).toList();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < odoo.options().size(); i++) {
            ProductOption option = odoo.options().get(i);
            if (option.values().size() > 1 || names.contains(option.name())) {
                places.add(i);
            }
        }
        if (places.size() == odoo.options().size()) {
            return odoo;
        }
        if (places.isEmpty()) {
            return arranged(
                    odoo,
                    List.of(ProductOption.ONLY),
                    List.of(OdooForm.named(odoo.variants().get(0), ProductOption.ONLY.values())));
        }
        return arranged(
                odoo,
                places.stream().map(odoo.options()::get).toList(),
                odoo.variants().stream()
                        .map(variant -> OdooForm.named(
                                variant,
                                places.stream().map(variant.optionValues()::get).toList()))
                        .toList());
    }

    /** The same product with other options and variants. */
    static Product arranged(Product product, List<ProductOption> options, List<Variant> variants) {
        return new Product(
                product.title(),
                product.description(),
                product.vendor(),
                product.productType(),
                product.tags(),
                product.status(),
                options,
                variants,
                product.images(),
                product.metafields());
    }

    /** Options with exactly the values that variants have, those known first. */
    static List<ProductOption> options(List<ProductOption> named, List<Variant> variants) {
        List<ProductOption> options = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            int option = i;
            Set<String> used = new LinkedHashSet<>();
            variants.forEach(variant -> used.add(variant.optionValues().get(option)));
            Set<String> values = new LinkedHashSet<>(named.get(i).values());
            values.retainAll(used);
            values.addAll(used);
            options.add(new ProductOption(named.get(i).name(), List.copyOf(values)));
        }
        return options;
    }

    /** Odoo knows no customers who have the link alone: to it such a product is one that is sold. */
    static Optional<ProductStatus> status(Optional<ProductStatus> shown) {
        return shown.map(status -> status == ProductStatus.UNLISTED ? ProductStatus.ACTIVE : status);
    }

    /** A cost or a weight of zero is one that nobody entered: Odoo has no other word for it. */
    private static Variant of(Variant odoo) {
        return new Variant(
                odoo.optionValues(),
                odoo.sku(),
                odoo.barcode(),
                odoo.price(),
                Optional.empty(),
                odoo.cost().filter(cost -> cost.signum() > 0),
                odoo.weight().filter(weight -> weight.grams().signum() > 0),
                Optional.empty(),
                odoo.requiresShipping(),
                odoo.tracked());
    }
}

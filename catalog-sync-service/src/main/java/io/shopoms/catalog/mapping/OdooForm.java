package io.shopoms.catalog.mapping;

import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.Weight;
import io.shopoms.catalog.product.WeightUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What Odoo can hold of a product; docs/catalog.md says why. A field that it has no place for is absent, so that it is
 * never compared.
 */
public final class OdooForm {

    /** Odoo's precision of weights, unless an administrator raised it: hundredths of a kilogram. */
    private static final int KILOGRAM_DECIMALS = 2;

    private OdooForm() {}

    /** A product in Odoo's form; what Odoo holds is in that form already, but for the order of options' values. */
    public static Product of(Product product) {
        boolean ships = product.variants().stream()
                .anyMatch(variant -> variant.requiresShipping().orElse(true));
        boolean tracked = product.variants().stream()
                .anyMatch(variant -> variant.tracked().orElse(false));
        boolean shippingSaid = product.variants().stream()
                .anyMatch(variant -> variant.requiresShipping().isPresent());
        boolean trackingSaid = product.variants().stream()
                .anyMatch(variant -> variant.tracked().isPresent());
        Optional<PriceFit> prices = prices(product);
        List<Variant> variants = product.variants().stream()
                .map(variant -> new Variant(
                        variant.optionValues(),
                        variant.sku(),
                        variant.barcode(),
                        prices.map(fit -> fit.priceOf(variant.optionValues())),
                        Optional.empty(),
                        Optional.empty(),
                        variant.weight().map(OdooForm::rounded),
                        Optional.empty(),
                        shippingSaid ? Optional.of(ships) : Optional.empty(),
                        // Odoo counts the stock of goods only.
                        trackingSaid ? Optional.of(tracked && ships) : Optional.empty()))
                .sorted(Comparator.comparing(variant -> String.join("\u0000", variant.optionValues())))
                .toList();
        return new Product(
                product.title(),
                product.description(),
                Optional.empty(),
                product.productType(),
                product.tags().map(OdooForm::caseless),
                product.status().map(status -> status == ProductStatus.UNLISTED ? ProductStatus.ACTIVE : status),
                options(product),
                variants,
                product.images()
                        .map(images -> images.stream()
                                .limit(1)
                                .map(image -> new ProductImage(image.source(), Optional.empty()))
                                .toList()),
                List.of());
    }

    /** The prices that Odoo can show: the variants' own, or the lowest for all; absent if a variant has none. */
    public static Optional<PriceFit> prices(Product product) {
        return PriceFit.of(product.variants()).or(() -> lowest(product));
    }

    /** Whether Odoo can show every variant's own price. */
    public static boolean pricesFit(Product product) {
        return PriceFit.of(product.variants()).isPresent();
    }

    private static Optional<PriceFit> lowest(Product product) {
        List<BigDecimal> prices = product.variants().stream()
                .flatMap(variant -> variant.price().stream())
                .toList();
        return prices.size() < product.variants().size()
                ? Optional.empty()
                : prices.stream().min(BigDecimal::compareTo).map(price -> PriceFit.flat(price, product.variants()));
    }

    private static SortedSet<String> caseless(SortedSet<String> tags) {
        SortedSet<String> caseless = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        caseless.addAll(tags);
        return caseless;
    }

    static Weight rounded(Weight weight) {
        return Weight.of(
                weight.in(WeightUnit.KILOGRAMS).setScale(KILOGRAM_DECIMALS, RoundingMode.HALF_UP),
                WeightUnit.KILOGRAMS);
    }

    /** Values that some variant has, in the order of the alphabet: Odoo keeps one order for all products. */
    private static List<ProductOption> options(Product product) {
        List<ProductOption> options = new ArrayList<>();
        for (int i = 0; i < product.options().size(); i++) {
            int option = i;
            options.add(new ProductOption(
                    product.options().get(i).name(),
                    product.variants().stream()
                            .map(variant -> variant.optionValues().get(option))
                            .distinct()
                            .sorted()
                            .collect(Collectors.toList())));
        }
        return options;
    }

    /** Odoo's product with its attributes in the order of another's options; as it is if they are not the same. */
    public static Product inOrderOf(Product odoo, Product other) {
        List<String> names = odoo.options().stream().map(ProductOption::name).toList();
        List<Integer> places = other.options().stream()
                .map(option -> names.indexOf(option.name()))
                .toList();
        if (places.size() != names.size() || places.contains(-1)) {
            return odoo;
        }
        return new Product(
                odoo.title(),
                odoo.description(),
                odoo.vendor(),
                odoo.productType(),
                odoo.tags(),
                odoo.status(),
                places.stream().map(odoo.options()::get).toList(),
                odoo.variants().stream()
                        .map(variant -> named(
                                variant,
                                places.stream().map(variant.optionValues()::get).toList()))
                        .toList(),
                odoo.images(),
                odoo.metafields());
    }

    /** The same variant with other option values. */
    static Variant named(Variant variant, List<String> optionValues) {
        return new Variant(
                optionValues,
                variant.sku(),
                variant.barcode(),
                variant.price(),
                variant.compareAtPrice(),
                variant.cost(),
                variant.weight(),
                variant.taxable(),
                variant.requiresShipping(),
                variant.tracked());
    }
}

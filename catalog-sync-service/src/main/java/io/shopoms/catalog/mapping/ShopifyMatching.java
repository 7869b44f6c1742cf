package io.shopoms.catalog.mapping;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.policy.CatalogPolicy.ProductMatch;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Recognises the Shopify product that shows a template which is not linked yet. A match must be the only one and must fit;
 * else a person decides.
 */
public final class ShopifyMatching {

    private static final String REMEDY = "Link the right one: PUT /api/products/links/{Shopify product id}"
            + " {\"templateId\": %d}; or make the SKUs differ. Then retry.";

    private final List<ProductMatch> ways;

    public ShopifyMatching(List<ProductMatch> ways) {
        this.ways = List.copyOf(ways);
    }

    /** The SKUs by which products are to be looked for. */
    public Set<String> skus(OdooProduct template) {
        return ways.contains(ProductMatch.SKU) ? texts(template, Variant::sku) : Set.of();
    }

    /** The barcodes by which products are to be looked for. */
    public Set<String> barcodes(OdooProduct template) {
        return ways.contains(ProductMatch.BARCODE) ? texts(template, Variant::barcode) : Set.of();
    }

    /** The titles by which products are to be looked for. */
    public Set<String> titles(OdooProduct template) {
        return ways.contains(ProductMatch.NAME) ? Set.of(template.name()) : Set.of();
    }

    /**
     * The product that shows the template; empty if there is none.
     *
     * @throws SyncFailureException naming the candidates, if there are several, or if the only one does not fit
     */
    public Optional<WantedProduct> match(OdooProduct template, Collection<WantedProduct> candidates) {
        for (ProductMatch way : ways) {
            List<WantedProduct> found = best(candidates.stream()
                    .filter(candidate -> matches(way, template, candidate))
                    .toList());
            if (found.size() > 1) {
                throw new SyncFailureException(new RejectedByTarget(
                        template.label() + " matches several Shopify products by "
                                + way.name().toLowerCase(Locale.ROOT) + ": "
                                + found.stream().map(WantedProduct::label).collect(Collectors.joining("; ")),
                        REMEDY.formatted(template.templateId())));
            }
            if (found.size() == 1) {
                return Optional.of(fitting(template, found.get(0)));
            }
        }
        return Optional.empty();
    }

    private static boolean matches(ProductMatch way, OdooProduct template, WantedProduct candidate) {
        return switch (way) {
            case SKU -> shares(candidate, Variant::sku, texts(template, Variant::sku));
            case BARCODE -> shares(candidate, Variant::barcode, texts(template, Variant::barcode));
            case NAME -> ProductMatching.sameName(candidate, template);
        };
    }

    private static boolean shares(
            WantedProduct candidate, Function<Variant, Optional<String>> field, Set<String> texts) {
        return candidate.content().variants().stream()
                .anyMatch(
                        variant -> field.apply(variant).filter(texts::contains).isPresent());
    }

    /** Archived products count only where there is no other. */
    private static List<WantedProduct> best(List<WantedProduct> found) {
        List<WantedProduct> sold = found.stream()
                .filter(product -> !product.content().status().equals(Optional.of(ProductStatus.ARCHIVED)))
                .toList();
        return sold.isEmpty() ? found : sold;
    }

    /** Variants that the shop sells are not deleted only because Odoo does not know them. */
    private static WantedProduct fitting(OdooProduct template, WantedProduct found) {
        Map<ShopifyId, OdooVariant> assigned = VariantAssignment.of(template, found, Map.of());
        List<String> others = new ArrayList<>();
        for (int i = 0; i < found.variants().size(); i++) {
            if (!assigned.containsKey(found.variants().get(i).variantId())) {
                others.add(String.join(" / ", found.content().variants().get(i).optionValues()));
            }
        }
        if (!others.isEmpty()) {
            throw new SyncFailureException(new RejectedByTarget(
                    template.label() + " matches only a part of " + found.label() + ": Odoo has no variants for "
                            + String.join(", ", others),
                    "Add them in Odoo or delete them in Shopify; or link the product by hand, which deletes them: "
                            + REMEDY.formatted(template.templateId())));
        }
        return found;
    }

    private static Set<String> texts(OdooProduct template, Function<Variant, Optional<String>> field) {
        Set<String> texts = new TreeSet<>();
        template.present()
                .forEach(variant -> field.apply(variant.content())
                        .filter(text -> !text.isBlank())
                        .ifPresent(texts::add));
        return texts;
    }
}

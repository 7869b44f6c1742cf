package io.shopoms.catalog.mapping;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.policy.CatalogPolicy.ProductMatch;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.Variant;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Recognises the template that stands for a Shopify product which is not linked yet. A match must be the only one and must
 * fit; else a person decides.
 */
public final class ProductMatching {

    private static final String REMEDY =
            "Link the product with the right template: PUT /api/products/links/{Shopify product id}"
                    + " {\"templateId\": ...}; or make the SKUs differ. Then retry.";

    private final List<ProductMatch> ways;

    public ProductMatching(List<ProductMatch> ways) {
        this.ways = List.copyOf(ways);
    }

    /** The SKUs by which templates are to be looked for. */
    public Set<String> skus(WantedProduct wanted) {
        return ways.contains(ProductMatch.SKU) ? texts(wanted, Variant::sku) : Set.of();
    }

    /** The barcodes by which templates are to be looked for. */
    public Set<String> barcodes(WantedProduct wanted) {
        return ways.contains(ProductMatch.BARCODE) ? texts(wanted, Variant::barcode) : Set.of();
    }

    /** The name by which templates are to be looked for. */
    public Set<String> names(WantedProduct wanted) {
        return ways.contains(ProductMatch.NAME)
                ? wanted.content().title().map(Set::of).orElse(Set.of())
                : Set.of();
    }

    /**
     * The template that stands for the product; empty if there is none.
     *
     * @param candidates templates that are linked with no other product
     * @throws SyncFailureException naming the candidates, if there are several, or if the only one does not fit
     */
    public Optional<OdooProduct> match(WantedProduct wanted, Collection<OdooProduct> candidates) {
        for (ProductMatch way : ways) {
            List<OdooProduct> found = best(candidates.stream()
                    .filter(candidate -> matches(way, wanted, candidate))
                    .toList());
            if (found.size() > 1) {
                throw several(way, wanted, found);
            }
            if (found.size() == 1) {
                return Optional.of(fitting(wanted, found.get(0)));
            }
        }
        return Optional.empty();
    }

    private static boolean matches(ProductMatch way, WantedProduct wanted, OdooProduct candidate) {
        return switch (way) {
            case SKU -> shares(candidate, Variant::sku, texts(wanted, Variant::sku));
            case BARCODE -> shares(candidate, Variant::barcode, texts(wanted, Variant::barcode));
            case NAME -> sameName(wanted, candidate);
        };
    }

    private static boolean shares(OdooProduct candidate, Function<Variant, Optional<String>> field, Set<String> texts) {
        return candidate.variants().stream()
                .anyMatch(variant ->
                        field.apply(variant.content()).filter(texts::contains).isPresent());
    }

    static boolean sameName(WantedProduct wanted, OdooProduct candidate) {
        return wanted.content().title().equals(Optional.of(candidate.name()))
                && candidate
                        .content()
                        .map(content -> structure(content).equals(structure(wanted.content())))
                        .orElse(false);
    }

    /** Names of the options, and every variant's values, whatever their order. */
    private static Set<Set<String>> structure(Product product) {
        List<String> names = VariantAssignment.optionNames(product);
        return product.variants().stream()
                .map(variant -> {
                    Set<String> values = new TreeSet<>();
                    for (int i = 0; i < names.size(); i++) {
                        values.add(
                                names.get(i) + "\u0000" + variant.optionValues().get(i));
                    }
                    return values;
                })
                .collect(Collectors.toSet());
    }

    /** Archived templates count only where there is no other. */
    private static List<OdooProduct> best(List<OdooProduct> found) {
        List<OdooProduct> active = found.stream().filter(OdooProduct::active).toList();
        return active.isEmpty() ? found : active;
    }

    /** Variants that people sell in Odoo are not archived only because Shopify does not know them. */
    private static OdooProduct fitting(WantedProduct wanted, OdooProduct template) {
        Map<ShopifyId, OdooVariant> assigned = VariantAssignment.of(template, wanted, Map.of());
        Set<Long> taken = new HashSet<>();
        assigned.values().forEach(variant -> taken.add(variant.productId()));
        List<String> others = template.variants().stream()
                .filter(variant -> variant.active() && !taken.contains(variant.productId()))
                .filter(variant -> !text(variant.content().sku()).isEmpty()
                        || !text(variant.content().barcode()).isEmpty())
                .map(ProductMatching::label)
                .toList();
        if (!others.isEmpty()) {
            throw new SyncFailureException(new RejectedByTarget(
                    wanted.label() + " matches only a part of " + template.label() + ": Shopify has no variants for "
                            + String.join(", ", others),
                    "Add them in Shopify or archive them in Odoo; or link the product by hand, which archives them: PUT"
                            + " /api/products/links/" + wanted.id() + " {\"templateId\": " + template.templateId()
                            + "}. Then retry."));
        }
        return template;
    }

    private static SyncFailureException several(ProductMatch way, WantedProduct wanted, List<OdooProduct> found) {
        Set<String> skus = texts(wanted, Variant::sku);
        String candidates = found.stream()
                .map(template -> template.label()
                        + template.skus().stream()
                                .filter(skus::contains)
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(", "),
                                        shared -> shared.isEmpty() ? "" : " with SKU " + shared)))
                .collect(Collectors.joining("; "));
        return new SyncFailureException(new RejectedByTarget(
                wanted.label() + " matches several templates by " + way.name().toLowerCase(Locale.ROOT) + ": "
                        + candidates,
                REMEDY.replace("{Shopify product id}", wanted.id().toString())));
    }

    private static String label(OdooVariant variant) {
        String sku = text(variant.content().sku());
        return (sku.isEmpty() ? "barcode " + text(variant.content().barcode()) : "SKU " + sku) + " ("
                + String.join(" / ", variant.content().optionValues()) + ")";
    }

    private static Set<String> texts(WantedProduct wanted, Function<Variant, Optional<String>> field) {
        Set<String> texts = new TreeSet<>();
        wanted.content()
                .variants()
                .forEach(variant ->
                        field.apply(variant).filter(text -> !text.isBlank()).ifPresent(texts::add));
        return texts;
    }

    private static String text(Optional<String> text) {
        return text.orElse("");
    }
}

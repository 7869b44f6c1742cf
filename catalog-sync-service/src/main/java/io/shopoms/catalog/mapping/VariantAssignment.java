package io.shopoms.catalog.mapping;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProduct.AttributeLine;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.odoo.OdooProduct.TemplateValue;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.Variant;
import io.shopoms.model.ShopifyId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which variant of a template stands for which Shopify variant: by what is known already, then by the option values, then
 * by SKU, then by barcode. An Odoo variant stands for one Shopify variant only; active ones come first.
 */
public final class VariantAssignment {

    private final OdooProduct present;
    private final WantedProduct wanted;
    private final Map<ShopifyId, OdooVariant> assigned = new LinkedHashMap<>();
    private final Set<Long> taken = new HashSet<>();

    private VariantAssignment(OdooProduct present, WantedProduct wanted) {
        this.present = present;
        this.wanted = wanted;
    }

    /** @param known which product was linked, or made, for which variant */
    public static Map<ShopifyId, OdooVariant> of(
            OdooProduct present, WantedProduct wanted, Map<ShopifyId, Long> known) {
        return new VariantAssignment(present, wanted).assign(known);
    }

    private Map<ShopifyId, OdooVariant> assign(Map<ShopifyId, Long> known) {
        Map<Long, OdooVariant> byId = new HashMap<>();
        present.variants().forEach(variant -> byId.put(variant.productId(), variant));
        each((id, variant) -> Optional.ofNullable(known.get(id)).map(byId::get));
        if (sameAttributes()) {
            each((id, variant) ->
                    free(other -> other.complete() && inOptionOrder(other).equals(variant.optionValues())));
        }
        each((id, variant) -> variant.sku().flatMap(sku -> unique(Variant::sku, sku)));
        each((id, variant) -> variant.barcode().flatMap(barcode -> unique(Variant::barcode, barcode)));
        return assigned;
    }

    private interface Search {
        Optional<OdooVariant> find(ShopifyId id, Variant variant);
    }

    private void each(Search search) {
        for (int i = 0; i < wanted.variants().size(); i++) {
            ShopifyId id = wanted.variants().get(i).variantId();
            if (!assigned.containsKey(id)) {
                search.find(id, wanted.content().variants().get(i))
                        .filter(found -> taken.add(found.productId()))
                        .ifPresent(found -> assigned.put(id, found));
            }
        }
    }

    /** Attributes with one value alone tell no variants apart: people use them to describe a product. */
    private boolean sameAttributes() {
        List<String> options = optionNames(wanted.content());
        return options.stream().allMatch(option -> present.line(option).isPresent())
                && present.lines().stream().allMatch(line -> options.contains(line.name()) || describes(line));
    }

    /** Whether a line has one value only. */
    static boolean describes(AttributeLine line) {
        return line.values().stream().filter(TemplateValue::active).count() <= 1;
    }

    /** None for a product without choices. */
    static List<String> optionNames(Product product) {
        return product.hasChoices()
                ? product.options().stream().map(ProductOption::name).toList()
                : List.of();
    }

    /** Odoo's lines may stand in another order than Shopify's options. */
    private List<String> inOptionOrder(OdooVariant variant) {
        List<String> names = present.lines().stream().map(AttributeLine::name).toList();
        return wanted.content().hasChoices()
                ? optionNames(wanted.content()).stream()
                        .map(name -> variant.content().optionValues().get(names.indexOf(name)))
                        .toList()
                : ProductOption.ONLY.values();
    }

    private Optional<OdooVariant> unique(Function<Variant, Optional<String>> field, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<OdooVariant> holders = present.variants().stream()
                .filter(variant -> !taken.contains(variant.productId()))
                .filter(variant -> field.apply(variant.content()).equals(Optional.of(text)))
                .toList();
        List<OdooVariant> active = holders.stream().filter(OdooVariant::active).toList();
        List<OdooVariant> best = active.isEmpty() ? holders : active;
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    private Optional<OdooVariant> free(Predicate<OdooVariant> fits) {
        List<OdooVariant> found = present.variants().stream()
                .filter(variant -> !taken.contains(variant.productId()))
                .filter(fits)
                .toList();
        return found.stream()
                .filter(OdooVariant::active)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }
}

package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.shopify.ShopifyProduct.VariantIdentity;
import io.shopoms.model.ShopifyId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which present variant each wanted one is: by the id that it had before, then by its option values, then by a SKU that
 * only one of the rest has on either side. So a variant keeps its id, its stock and its orders when it is renamed, and when
 * two swap their SKUs.
 */
final class VariantMatch {

    private final ShopifyProduct present;
    private final Map<ShopifyId, Variant> free = new LinkedHashMap<>();
    private final Map<List<String>, ShopifyId> matched = new HashMap<>();

    private VariantMatch(ShopifyProduct present) {
        this.present = present;
        for (int i = 0; i < present.variants().size(); i++) {
            free.put(
                    present.variants().get(i).id(), present.content().variants().get(i));
        }
    }

    static VariantMatch of(ShopifyProduct present, List<Variant> wanted, Map<List<String>, ShopifyId> known) {
        VariantMatch match = new VariantMatch(present);
        wanted.forEach(variant ->
                Optional.ofNullable(known.get(variant.optionValues())).ifPresent(id -> match.take(variant, id)));
        Map<List<String>, VariantIdentity> byValues = present.byValues();
        match.missing(wanted)
                .forEach(variant -> Optional.ofNullable(byValues.get(variant.optionValues()))
                        .ifPresent(identity -> match.take(variant, identity.id())));
        List<Variant> rest = match.missing(wanted).toList();
        rest.forEach(variant -> match.bySku(variant, rest).ifPresent(id -> match.take(variant, id)));
        return match;
    }

    Optional<ShopifyId> idOf(Variant wanted) {
        return Optional.ofNullable(matched.get(wanted.optionValues()));
    }

    /** The present variant of an id. */
    Variant present(ShopifyId id) {
        for (int i = 0; i < present.variants().size(); i++) {
            if (present.variants().get(i).id().equals(id)) {
                return present.content().variants().get(i);
            }
        }
        throw new IllegalArgumentException("no variant " + id);
    }

    /** Present variants that no wanted one is. */
    List<Variant> left() {
        return List.copyOf(free.values());
    }

    private void take(Variant wanted, ShopifyId id) {
        if (free.remove(id) != null) {
            matched.put(wanted.optionValues(), id);
        }
    }

    private Stream<Variant> missing(List<Variant> wanted) {
        return wanted.stream().filter(variant -> idOf(variant).isEmpty()).toList().stream();
    }

    /** As Shopify keeps it. */
    private static Optional<String> bare(Variant variant) {
        return variant.sku().map(String::strip).filter(text -> !text.isEmpty());
    }

    private Optional<ShopifyId> bySku(Variant wanted, List<Variant> rest) {
        Optional<String> sku = bare(wanted);
        if (sku.isEmpty()
                || rest.stream().filter(other -> bare(other).equals(sku)).count() != 1) {
            return Optional.empty();
        }
        List<ShopifyId> ids = free.entrySet().stream()
                .filter(entry -> bare(entry.getValue()).equals(sku))
                .map(Map.Entry::getKey)
                .toList();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }
}

package io.shopoms.sandbox.shopify.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Variants by SKU. Several may have the same one: Shopify does not mind. */
final class SkuIndex {

    private final NavigableMap<String, List<Variant>> bySku = new TreeMap<>();

    void add(Variant variant) {
        if (variant.sku() != null) {
            bySku.merge(key(variant.sku()), List.of(variant), SkuIndex::both);
        }
    }

    private static List<Variant> both(List<Variant> before, List<Variant> added) {
        List<Variant> all = new ArrayList<>(before);
        all.addAll(added);
        return List.copyOf(all);
    }

    void remove(Variant variant) {
        if (variant.sku() != null) {
            bySku.computeIfPresent(key(variant.sku()), (key, variants) -> {
                List<Variant> left =
                        variants.stream().filter(each -> each != variant).toList();
                return left.isEmpty() ? null : left;
            });
        }
    }

    /** Those with exactly this SKU, in the order in which they got it. */
    List<Variant> exact(String sku) {
        return bySku.getOrDefault(key(sku), List.of()).stream()
                .filter(variant -> sku.equals(variant.sku()))
                .toList();
    }

    /**
     * Those that a search finds: it does not tell upper from lower case and compares whole words, so that {@code ABC-1} also
     * finds {@code abc-1} and {@code ABC-1-RED}. With a {@code *} at the end the last word may go on.
     */
    List<Variant> matching(String sku) {
        boolean open = sku.endsWith("*");
        String wanted = key(open ? sku.substring(0, sku.length() - 1) : sku);
        List<Variant> found = new ArrayList<>();
        bySku.subMap(wanted, true, wanted + Character.MAX_VALUE, true).forEach((key, variants) -> {
            if (open || key.length() == wanted.length() || !Character.isLetterOrDigit(key.charAt(wanted.length()))) {
                found.addAll(variants);
            }
        });
        return found;
    }

    void clear() {
        bySku.clear();
    }

    private static String key(String sku) {
        return sku.toLowerCase(Locale.ROOT);
    }
}

package io.shopoms.catalog.mapping;

import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.Variant;
import io.shopoms.model.ShopifyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variants that Shopify shall have, each with what Shopify shows of it and with what Odoo says of it, both under the
 * option values that it shall have. One that only one side has stands on both with the same fields.
 */
final class VariantPairs {

    private final Push push;
    private final Product odoo;
    private final Map<ShopifyId, Integer> places = new HashMap<>();
    private final List<ProductOption> options;
    private final List<Variant> before = new ArrayList<>();
    private final List<Variant> after = new ArrayList<>();
    private final Map<List<String>, ShopifyId> ids = new LinkedHashMap<>();
    private final Map<List<String>, List<String>> namesOfShopify = new HashMap<>();
    private final Map<List<String>, List<String>> namesOfOdoo = new HashMap<>();

    private VariantPairs(Push push, Product odoo, List<ProductOption> options) {
        this.push = push;
        this.odoo = odoo;
        this.options = options;
        Map<Long, Integer> present = new HashMap<>();
        List<OdooVariant> variants = push.template().present();
        for (int i = 0; i < odoo.variants().size(); i++) {
            present.put(variants.get(i).productId(), i);
        }
        VariantAssignment.of(push.template(), push.shown(), push.known()).forEach((id, variant) -> {
            if (present.containsKey(variant.productId())) {
                places.put(id, present.get(variant.productId()));
            }
        });
    }

    static VariantPairs inStructureOfOdoo(Push push, Product odoo) {
        VariantPairs pairs = new VariantPairs(push, odoo, ShopForm.options(odoo.options(), odoo.variants()));
        Map<Integer, Integer> shown = new HashMap<>();
        for (int i = 0; i < push.shown().variants().size(); i++) {
            Integer place = pairs.places.get(push.shown().variants().get(i).variantId());
            if (place != null) {
                shown.put(place, i);
            }
        }
        for (int i = 0; i < odoo.variants().size(); i++) {
            Variant said = odoo.variants().get(i);
            if (shown.containsKey(i)) {
                pairs.pair(shown.get(i), i, said.optionValues());
            } else {
                pairs.single(said);
            }
        }
        return pairs;
    }

    static VariantPairs inStructureOfShopify(Push push, Product odoo) {
        Product shown = push.shown().content();
        VariantPairs pairs = new VariantPairs(push, odoo, shown.options());
        for (int i = 0; i < shown.variants().size(); i++) {
            Integer place = pairs.places.get(push.shown().variants().get(i).variantId());
            if (place != null) {
                pairs.pair(i, place, shown.variants().get(i).optionValues());
            } else {
                pairs.alone(i);
            }
        }
        return pairs;
    }

    private void pair(int shown, int said, List<String> name) {
        Variant inShopify = push.shown().content().variants().get(shown);
        Variant inOdoo = odoo.variants().get(said);
        before.add(OdooForm.named(inShopify, name));
        after.add(OdooForm.named(inOdoo, name));
        ids.put(name, push.shown().variants().get(shown).variantId());
        namesOfShopify.put(inShopify.optionValues(), name);
        namesOfOdoo.put(inOdoo.optionValues(), name);
    }

    /** Only Odoo has it. */
    private void single(Variant variant) {
        before.add(variant);
        after.add(variant);
    }

    /** Only Shopify has it, and may keep it. */
    private void alone(int shown) {
        Variant variant = push.shown().content().variants().get(shown);
        single(variant);
        ids.put(variant.optionValues(), push.shown().variants().get(shown).variantId());
    }

    List<ProductOption> options() {
        return options;
    }

    List<Variant> before() {
        return before;
    }

    List<Variant> after() {
        return after;
    }

    Map<List<String>, ShopifyId> ids() {
        return ids;
    }

    Map<List<String>, List<String>> namesOfShopify() {
        return namesOfShopify;
    }

    Map<List<String>, List<String>> namesOfOdoo() {
        return namesOfOdoo;
    }

    List<Variant> added() {
        return after.stream()
                .filter(variant -> !ids.containsKey(variant.optionValues()))
                .toList();
    }

    List<Variant> removed() {
        List<Variant> removed = new ArrayList<>();
        Set<ShopifyId> kept = Set.copyOf(ids.values());
        for (int i = 0; i < push.shown().variants().size(); i++) {
            if (!kept.contains(push.shown().variants().get(i).variantId())) {
                removed.add(push.shown().content().variants().get(i));
            }
        }
        return removed;
    }

    /** Whether options, or option values of a variant, are called otherwise in Shopify. */
    boolean renamed() {
        List<String> shown = push.shown().content().options().stream()
                .map(ProductOption::name)
                .toList();
        return !shown.equals(options.stream().map(ProductOption::name).toList())
                || namesOfShopify.entrySet().stream()
                        .anyMatch(entry -> !entry.getKey().equals(entry.getValue()));
    }
}

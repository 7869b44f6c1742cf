package io.shopoms.sandbox.shopify.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The variants that a product is to have once a change is made, in their order. Nothing changes before it is carried out. */
final class VariantPlan {

    static final int MOST = 2_048;

    /**
     * One variant.
     *
     * @param existing null for a new one
     * @param input what changes; null for nothing
     * @param place where it stands among the others: a position, or whatever sorts like one
     */
    record Planned(Variant existing, List<OptionValue> values, Input input, int place) {}

    private final Catalog catalog;
    private final OptionPlan options;
    private final List<Planned> variants = new ArrayList<>();
    private final Map<Set<Long>, Planned> byCombination = new HashMap<>();

    VariantPlan(Catalog catalog, OptionPlan options) {
        this.catalog = catalog;
        this.options = options;
    }

    /** What the variants of a product are told apart by. */
    static Set<Long> key(List<OptionValue> values) {
        return values.stream().map(OptionValue::id).collect(Collectors.toSet());
    }

    void keep(Variant variant) {
        put(new Planned(variant, variant.values(), null, variant.position()));
    }

    private void put(Planned planned) {
        variants.add(planned);
        byCombination.put(key(planned.values()), planned);
    }

    /** Adds one, unless its values are unknown or taken. */
    void add(Planned planned, Errors errors) {
        if (planned.values().isEmpty()) {
            return;
        }
        if (byCombination.containsKey(key(planned.values()))) {
            errors.add("VARIANT_EXISTS", taken(planned.values()));
            return;
        }
        put(planned);
    }

    private static String taken(List<OptionValue> values) {
        return "The variant '" + values.stream().map(OptionValue::name).collect(Collectors.joining(" / "))
                + "' already exists. Please change at least one option value.";
    }

    void check(Errors errors) {
        if (variants.size() > MOST) {
            errors.add("VARIANTS_OVER_LIMIT", "Number of product variants exceeds shop limit of " + MOST + ".");
        }
    }

    /** Takes values away that lose their last variant, or never got one; those that had none before stay. */
    void dropUnusedValues(Product product) {
        Set<Long> used = new HashSet<>();
        variants.forEach(each -> used.addAll(key(each.values())));
        Set<Long> idle = new HashSet<>();
        product.options().forEach(option -> option.values().forEach(value -> idle.add(value.id())));
        product.variants().forEach(variant -> idle.removeAll(key(variant.values())));
        options.options()
                .forEach(option -> option.values().removeIf(value -> {
                    long id = value.value().id();
                    return !used.contains(id) && !idle.contains(id);
                }));
    }

    /**
     * Gives the product these options and these variants, deletes all others.
     *
     * @param replacingMetafields whether metafields that an input leaves out are deleted
     * @return the variants that an input was about, in its order
     */
    List<Variant> carryOut(Product product, VariantRules rules, boolean replacingMetafields, Instant now) {
        List<Variant> before = product.variants();
        boolean indexed = catalog.find(product.id()).isPresent();
        List<Variant> made = new ArrayList<>();
        List<Variant> touched = new ArrayList<>();
        for (Planned each : variants) {
            Variant variant = each.existing() == null
                    ? new Variant(catalog.nextVariantId(), product, each.values(), now)
                    : each.existing();
            if (each.input() != null) {
                rules.apply(variant, each.input(), replacingMetafields, now);
                touched.add(variant);
            }
            if (each.existing() == null && indexed) {
                catalog.index(variant);
            }
            variant.combine(each.values());
            made.add(variant);
        }
        Set<Variant> kept = new HashSet<>(made);
        before.stream().filter(variant -> !kept.contains(variant)).forEach(variant -> {
            catalog.forget(variant);
            variant.delete();
        });
        order(made);
        product.offer(options.carryOut(), made);
        return touched;
    }

    private void order(List<Variant> made) {
        Map<Variant, Integer> places = new HashMap<>();
        for (int i = 0; i < made.size(); i++) {
            places.put(made.get(i), variants.get(i).place());
        }
        made.sort(Comparator.comparing(places::get));
        for (int i = 0; i < made.size(); i++) {
            made.get(i).move(i + 1);
        }
    }
}

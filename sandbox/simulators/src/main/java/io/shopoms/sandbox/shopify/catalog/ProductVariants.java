package io.shopoms.sandbox.shopify.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code productVariantsBulkCreate}, {@code …Update} and {@code …Delete}: variants that are not named stay as they are. */
public final class ProductVariants {

    /**
     * What became of an update.
     *
     * @param errors those of variants that were left as they were
     */
    public record Updated(List<Variant> variants, List<CatalogError> errors) {}

    private final Catalog catalog;
    private final CatalogEvents events;
    private final VariantRules rules;
    private final MediaRules mediaRules;

    ProductVariants(Catalog catalog, CatalogEvents events, VariantRules rules) {
        this.catalog = catalog;
        this.events = events;
        this.rules = rules;
        this.mediaRules = new MediaRules(catalog);
    }

    /**
     * @param partly whether the others are changed if some cannot be
     * @throws Refused with every error, if not partly
     */
    public Updated update(Product product, List<Input> inputs, List<Input> media, boolean partly) {
        Errors errors = Errors.at("variants");
        OptionPlan options = OptionPlan.of(catalog, product);
        Map<Variant, Integer> named = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            Variant variant = named(product, inputs.get(i), errors.in(i));
            if (variant != null && named.putIfAbsent(variant, i) != null) {
                errors.in(i).add("INVALID_INPUT", "The same variant is given more than once.");
            }
        }
        VariantPlan plan = new VariantPlan(catalog, options);
        product.variants().stream()
                .filter(variant -> !named.containsKey(variant))
                .forEach(plan::keep);
        named.forEach((variant, i) -> plan(plan, options, variant, inputs.get(i), errors.in(i)));
        checkMedia(media);
        if (!partly) {
            errors.refuse();
        }
        List<Variant> done = carryOut(product, plan, inputs, media);
        List<Variant> inOrder = named.keySet().stream().filter(done::contains).toList();
        return new Updated(inOrder, errors.all());
    }

    private Variant named(Product product, Input input, Errors errors) {
        if (!input.sets("id")) {
            errors.in("id").add("PRODUCT_VARIANT_ID_MISSING", "Product variant is missing ID attribute");
            return null;
        }
        Variant variant = catalog.findVariant(Ids.parse("ProductVariant", input.text("id")))
                .filter(each -> each.product() == product)
                .orElse(null);
        if (variant == null) {
            errors.in("id").add("PRODUCT_VARIANT_DOES_NOT_EXIST", "Product variant does not exist");
        }
        return variant;
    }

    private void plan(VariantPlan plan, OptionPlan options, Variant variant, Input input, Errors errors) {
        int before = errors.count();
        if (input.sets("inventoryQuantities")) {
            errors.in("inventoryQuantities")
                    .add(
                            "NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE",
                            "Inventory quantities can only be provided during create. To update inventory for existing"
                                    + " variants, use inventoryAdjustQuantities.");
        }
        rules.check(input, variant, errors);
        List<OptionValue> values = options.combination(input.items("optionValues"), true, variant.values(), errors);
        if (errors.count() == before) {
            plan.add(new VariantPlan.Planned(variant, values, input, variant.position()), errors);
        }
        if (errors.count() > before) {
            plan.keep(variant);
        }
    }

    private void checkMedia(List<Input> media) {
        Errors errors = Errors.at("media");
        mediaRules.check(media, List.of(), errors);
        errors.refuse();
    }

    private List<Variant> carryOut(Product product, VariantPlan plan, List<Input> inputs, List<Input> media) {
        Instant now = catalog.now();
        plan.dropUnusedValues(product);
        List<Variant> done = plan.carryOut(product, rules, false, now);
        List<Media> added = mediaRules.result(media, List.of(), now);
        List<Media> all = new ArrayList<>(product.media());
        all.addAll(added);
        product.show(all);
        Map<String, Media> bySource = new HashMap<>();
        for (int i = 0; i < media.size(); i++) {
            bySource.put(media.get(i).text("originalSource"), added.get(i));
        }
        illustrate(product, done, inputs, bySource);
        catalog.touch(product);
        events.updated(product);
        return done;
    }

    private static void illustrate(
            Product product, List<Variant> done, List<Input> inputs, Map<String, Media> bySource) {
        for (int i = 0; i < done.size() && done.size() == inputs.size(); i++) {
            Input input = inputs.get(i);
            Variant variant = done.get(i);
            input.texts("mediaSrc").stream()
                    .filter(bySource::containsKey)
                    .findFirst()
                    .ifPresent(source -> variant.show(bySource.get(source).id()));
            if (input.sets("mediaId")) {
                long id = Ids.parse("MediaImage", input.text("mediaId"));
                product.media().stream().filter(media -> media.id() == id).forEach(media -> variant.show(media.id()));
            }
        }
    }

    /**
     * @param strategy what becomes of a single variant that the product has so far: DEFAULT deletes it if it is the one of a
     *     product without options, REMOVE_STANDALONE_VARIANT in any case, PRESERVE_STANDALONE_VARIANT never
     * @throws Refused with every error
     */
    public List<Variant> create(Product product, List<Input> inputs, List<Input> media, String strategy) {
        Errors errors = Errors.at("variants");
        OptionPlan options = OptionPlan.of(catalog, product);
        VariantPlan plan = new VariantPlan(catalog, options);
        boolean removes = strategy.equals("REMOVE_STANDALONE_VARIANT")
                        && product.variants().size() == 1
                || strategy.equals("DEFAULT") && product.hasOnlyDefaultVariant();
        if (!removes) {
            product.variants().forEach(plan::keep);
        }
        for (int i = 0; i < inputs.size(); i++) {
            Errors here = errors.in(i);
            Input input = inputs.get(i);
            if (input.sets("id")) {
                here.in("id").add("NO_KEY_ON_CREATE", "On create, this key cannot be used.");
            }
            rules.check(input, null, here);
            List<OptionValue> values = options.combination(input.items("optionValues"), true, List.of(), here);
            plan.add(new VariantPlan.Planned(null, values, input, VariantPlan.MOST + i), here);
        }
        plan.check(errors);
        errors.refuse();
        checkMedia(media);
        return carryOut(product, plan, inputs, media);
    }

    /** @throws Refused if one of them is not the product's, or no other would be left */
    public void delete(Product product, List<String> ids) {
        Errors errors = Errors.at("variantsIds");
        Set<Variant> gone = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            long id = Ids.parse("ProductVariant", ids.get(i));
            List<Variant> found =
                    product.variants().stream().filter(each -> each.id() == id).toList();
            if (found.isEmpty()) {
                errors.in(i)
                        .add(
                                "AT_LEAST_ONE_VARIANT_DOES_NOT_BELONG_TO_THE_PRODUCT",
                                "At least one variant does not belong to the product");
            }
            gone.addAll(found);
        }
        if (errors.isEmpty() && gone.size() == product.variants().size()) {
            errors.add("CANNOT_DELETE_LAST_VARIANT", "Cannot delete default variant");
        }
        errors.refuse();
        VariantPlan plan = new VariantPlan(catalog, OptionPlan.of(catalog, product));
        product.variants().stream().filter(each -> !gone.contains(each)).forEach(plan::keep);
        carryOut(product, plan, List.of(), List.of());
    }

    /** Changes a variant as its inventory item: SKU, cost, weight, what is tracked. */
    public void updateItem(Variant variant, Input item) {
        Input input = Input.of(Map.of()).with("inventoryItem", item.asMap());
        Errors errors = Errors.at("input");
        rules.check(input, variant, errors);
        errors.refuse();
        rules.apply(variant, input, false, catalog.now());
        catalog.touch(variant.product());
        events.updated(variant.product());
    }
}

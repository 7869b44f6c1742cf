package io.shopoms.sandbox.shopify.catalog;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * {@code productSet}: makes a product, or makes one into what the input says. A list that the input has is the whole list:
 * variants, options, images and metafields that it leaves out are deleted. What the input does not name at all stays.
 */
public final class ProductSets {

    private final Catalog catalog;
    private final CatalogEvents events;
    private final ProductRules rules;
    private final VariantRules variantRules;
    private final MediaRules mediaRules;
    private final ProductIdentity identity;

    ProductSets(Catalog catalog, CatalogEvents events, ProductRules rules, VariantRules variantRules) {
        this.catalog = catalog;
        this.events = events;
        this.rules = rules;
        this.variantRules = variantRules;
        this.mediaRules = new MediaRules(catalog);
        this.identity = new ProductIdentity(catalog);
    }

    /**
     * @param identifier which product is meant; null for a new one
     * @throws Refused with every error; then nothing has changed
     */
    public Product set(Input identifier, Input input) {
        if (identifier == null) {
            return create(input);
        }
        identity.check(identifier, input);
        return identity.find(identifier)
                .map(product -> update(product, input))
                .orElseGet(() -> create(ProductIdentity.identified(identifier, input)));
    }

    /**
     * Makes a product into what the input says.
     *
     * @throws Refused with every error; then nothing has changed
     */
    public Product set(Product product, Input input) {
        return update(product, input);
    }

    private Product create(Input input) {
        Errors errors = Errors.at("input");
        rules.check(input, null, errors);
        VariantPlan plan = plan(null, input, errors).orElseGet(this::standalone);
        mediaRules.check(input.items("files"), List.of(), errors.in("files"));
        checkVariantFiles(input, errors);
        errors.refuse();
        Product product = rules.create(input);
        carryOut(product, plan, input);
        catalog.add(product);
        events.created(product);
        return product;
    }

    private VariantPlan standalone() {
        OptionPlan options = OptionPlan.standalone(catalog);
        VariantPlan plan = new VariantPlan(catalog, options);
        plan.add(
                new VariantPlan.Planned(null, options.options().get(0).option().values(), Input.of(Map.of()), 1),
                Errors.at());
        return plan;
    }

    private Product update(Product product, Input input) {
        Errors errors = Errors.at("input");
        rules.check(input, product, errors);
        Optional<VariantPlan> plan = plan(product, input, errors);
        mediaRules.check(input.items("files"), product.media(), errors.in("files"));
        checkVariantFiles(input, errors);
        errors.refuse();
        rules.update(product, input);
        carryOut(product, plan.orElse(null), input);
        catalog.touch(product);
        events.updated(product);
        return product;
    }

    /** The image of a variant must be one of the product's. */
    private static void checkVariantFiles(Input input, Errors errors) {
        List<Input> variants = input.items("variants");
        for (int i = 0; i < variants.size(); i++) {
            Optional<Input> file = variants.get(i).part("file");
            if (file.isPresent() && MediaRules.index(file.get(), input.items("files")) < 0) {
                errors.in("variants", i, "file")
                        .add(
                                "INVALID_VARIANT",
                                "Files of variants must also be specified in the files of the product.");
            }
        }
    }

    private void carryOut(Product product, VariantPlan plan, Input input) {
        Instant now = catalog.now();
        if (input.sets("files")) {
            product.show(mediaRules.result(input.items("files"), product.media(), now));
        }
        rules.keepMetafields(product, input, true);
        if (plan != null) {
            List<Variant> variants = plan.carryOut(product, variantRules, true, now);
            illustrate(variants, input, product);
        }
    }

    private static void illustrate(List<Variant> variants, Input input, Product product) {
        List<Input> inputs = input.items("variants");
        for (int i = 0; i < inputs.size(); i++) {
            Variant variant = variants.get(i);
            inputs.get(i)
                    .part("file")
                    .map(file -> product.media().get(MediaRules.index(file, input.items("files"))))
                    .ifPresent(image -> variant.show(image.id()));
        }
    }

    /** Options and variants, given both or neither; empty if they stay as they are. */
    private Optional<VariantPlan> plan(Product product, Input input, Errors errors) {
        boolean options = input.sets("productOptions");
        boolean variants = input.sets("variants");
        if (variants && !options) {
            errors.in("productOptions")
                    .add("PRODUCT_OPTIONS_INPUT_MISSING", "Product options input is required when updating variants");
        } else if (options && !variants) {
            errors.in("variants")
                    .add("VARIANTS_INPUT_MISSING", "Variants input is required when updating product options");
        }
        if (!options || !variants) {
            return Optional.empty();
        }
        int before = errors.count();
        List<Input> wanted = input.items("productOptions");
        OptionPlan optionPlan = OptionPlan.replacing(catalog, product, wanted, errors.in("productOptions"));
        if (wanted.isEmpty() && input.items("variants").isEmpty()) {
            return Optional.of(standalone());
        }
        VariantPlan plan = new VariantPlan(catalog, optionPlan);
        if (errors.count() == before) {
            variants(product, input.items("variants"), optionPlan, plan, errors.in("variants"));
        }
        return Optional.of(plan);
    }

    private void variants(Product product, List<Input> inputs, OptionPlan options, VariantPlan plan, Errors errors) {
        if (inputs.isEmpty()) {
            errors.add("INVALID_VARIANT", "A product must have at least one variant.");
        }
        Map<Set<Long>, Variant> byValues = new HashMap<>();
        Map<Long, Variant> byId = new HashMap<>();
        for (Variant variant : product == null ? List.<Variant>of() : product.variants()) {
            byValues.put(VariantPlan.key(variant.values()), variant);
            byId.put(variant.id(), variant);
        }
        // Variants that are named by id are not to be taken by others that merely have their old values.
        inputs.stream()
                .filter(input -> input.sets("id"))
                .map(input -> byId.get(Ids.parse("ProductVariant", input.text("id"))))
                .filter(Objects::nonNull)
                .forEach(variant -> byValues.remove(VariantPlan.key(variant.values())));
        Set<Variant> claimed = new HashSet<>();
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            Errors here = errors.in(i);
            List<OptionValue> values = options.combination(input.items("optionValues"), false, List.of(), here);
            Variant existing = input.sets("id")
                    ? byId.get(Ids.parse("ProductVariant", input.text("id")))
                    : byValues.get(VariantPlan.key(values));
            if (input.sets("id") && existing == null) {
                here.in("id").add("PRODUCT_VARIANT_DOES_NOT_EXIST", "Product variant does not exist");
            } else if (existing != null && !claimed.add(existing)) {
                here.add("DUPLICATED_VALUE", "The same variant is given more than once.");
            } else {
                variantRules.check(input, existing, here);
                plan.add(new VariantPlan.Planned(existing, values, input, place(input, i)), here);
            }
        }
        plan.check(errors);
    }

    private static int place(Input input, int index) {
        Integer position = input.number("position");
        return position == null ? index + 1 : position;
    }
}

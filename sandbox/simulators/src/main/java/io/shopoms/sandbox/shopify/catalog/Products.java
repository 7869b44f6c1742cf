package io.shopoms.sandbox.shopify.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes, changes, publishes and deletes products, apart from their variants. */
public final class Products {

    private final Catalog catalog;
    private final CatalogEvents events;
    private final ProductRules rules;
    private final VariantRules variantRules;
    private final MediaRules mediaRules;

    Products(Catalog catalog, CatalogEvents events, ProductRules rules, VariantRules variantRules) {
        this.catalog = catalog;
        this.events = events;
        this.rules = rules;
        this.variantRules = variantRules;
        this.mediaRules = new MediaRules(catalog);
    }

    /**
     * A new product with one variant, whose option values are the first of each option.
     *
     * @param input as {@code ProductCreateInput}
     * @param media as {@code CreateMediaInput}
     * @throws Refused with every error
     */
    public Product create(Input input, List<Input> media) {
        Errors errors = Errors.at("product");
        rules.check(input, null, errors);
        OptionPlan options = input.items("productOptions").isEmpty()
                ? OptionPlan.standalone(catalog)
                : OptionPlan.replacing(catalog, null, input.items("productOptions"), errors.in("productOptions"));
        errors.refuse();
        Errors ofMedia = Errors.at("media");
        mediaRules.check(media, List.of(), ofMedia);
        ofMedia.refuse();
        Product product = rules.create(input);
        Instant now = catalog.now();
        VariantPlan plan = new VariantPlan(catalog, options);
        List<OptionValue> first = options.options().stream()
                .map(option -> option.values().get(0).value())
                .toList();
        plan.add(new VariantPlan.Planned(null, first, Input.of(Map.of()), 1), errors);
        plan.carryOut(product, variantRules, false, now);
        rules.keepMetafields(product, input, false);
        product.show(mediaRules.result(media, List.of(), now));
        catalog.add(product);
        events.created(product);
        return product;
    }

    /**
     * Changes what the input names; media are added.
     *
     * @throws Refused with every error
     */
    public void update(Product product, Input input, List<Input> media) {
        Errors errors = Errors.at("product");
        rules.check(input, product, errors);
        errors.refuse();
        Errors ofMedia = Errors.at("media");
        mediaRules.check(media, List.of(), ofMedia);
        ofMedia.refuse();
        rules.update(product, input);
        rules.keepMetafields(product, input, false);
        addMedia(product, media);
        touched(product);
    }

    private void addMedia(Product product, List<Input> media) {
        List<Media> all = new ArrayList<>(product.media());
        all.addAll(mediaRules.result(media, List.of(), catalog.now()));
        product.show(all);
    }

    public void delete(Product product) {
        catalog.remove(product);
        events.deleted(product);
    }

    /** Shows it in the online store from {@code at} on. */
    public void publish(Product product, Instant at) {
        product.publish(at);
        touched(product);
    }

    /** Takes it out of the online store. */
    public void unpublish(Product product) {
        product.publish(null);
        touched(product);
    }

    /** Nothing has changed but the time of the last change, as when an order takes stock. */
    public void touch(Product product) {
        touched(product);
    }

    private void touched(Product product) {
        catalog.touch(product);
        events.updated(product);
    }
}

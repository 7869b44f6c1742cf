package io.shopoms.catalog.mapping;

import io.shopoms.catalog.product.FieldChange;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.Variant;
import io.shopoms.model.ShopifyId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Shopify must change to show a template: of the fields that Odoo leads those that one of the sides changed since both
 * were in step. So a change that somebody made in Shopify is put back, and what neither touched stays, even where the two
 * spell it differently.
 *
 * @param wanted states what is to change, and nothing else of what exists
 * @param difference the same for people
 * @param known the ids of existing variants, by their wanted option values
 */
public record PushPlan(Product wanted, ProductDifference difference, Map<List<String>, ShopifyId> known) {

    public PushPlan {
        known = Map.copyOf(known);
    }

    public static PushPlan of(Push push) {
        Product shown = push.shown().content();
        Product odoo = ShopForm.like(push.template().content().orElseThrow(), shown);
        boolean structure = push.structure()
                && push.last()
                        .map(last -> !sameStructure(last.shopify(), shown)
                                || !sameStructure(ShopForm.like(last.odoo(), shown), odoo))
                        .orElse(true);
        VariantPairs pairs =
                structure ? VariantPairs.inStructureOfOdoo(push, odoo) : VariantPairs.inStructureOfShopify(push, odoo);
        List<FieldChange> changes = changes(push, odoo, pairs);
        return new PushPlan(
                wanted(odoo, pairs, changes),
                structure
                        ? new ProductDifference(changes, pairs.added(), pairs.removed(), pairs.renamed())
                        : new ProductDifference(changes, List.of(), List.of(), false),
                pairs.ids());
    }

    /** Whether Shopify shows what it should. */
    public boolean isEmpty() {
        return difference.isEmpty();
    }

    /** Whether options or variants change. */
    public boolean structure() {
        return difference.optionsDiffer()
                || !difference.added().isEmpty()
                || !difference.removed().isEmpty();
    }

    private static List<FieldChange> changes(Push push, Product odoo, VariantPairs pairs) {
        Product shown = push.shown().content();
        Product before = new Product(
                shown.title(),
                shown.description(),
                shown.vendor(),
                shown.productType(),
                shown.tags(),
                ShopForm.status(shown.status()),
                pairs.options(),
                pairs.before(),
                shown.images(),
                shown.metafields());
        Product after = ShopForm.arranged(odoo, pairs.options(), pairs.after());
        List<FieldChange> differences = ProductDifference.between(before, after, push.led(), false).fields().stream()
                .filter(change -> !ownSpelling(change))
                .toList();
        return push.last()
                .map(last -> last.newForShopify(differences, shown, pairs.namesOfShopify(), odoo, pairs.namesOfOdoo()))
                .orElseGet(() -> differences.stream()
                        .filter(change -> !neverEntered(change))
                        .toList());
    }

    /** Odoo writes HTML in its own way. */
    private static boolean ownSpelling(FieldChange change) {
        return change.name().equals("description")
                && HtmlText.saysTheSame(
                        change.before().orElse(""), change.after().orElse(""));
    }

    /** When the two meet for the first time, nothing that the shop says is lost to a field that is empty in Odoo. */
    private static boolean neverEntered(FieldChange change) {
        String after = change.after().orElse("");
        return after.isBlank() || (change.name().equals("price") && after.equals("0"));
    }

    private static Product wanted(Product odoo, VariantPairs pairs, List<FieldChange> changes) {
        Set<String> named = changes.stream()
                .filter(change -> change.variant().isEmpty())
                .map(FieldChange::name)
                .collect(Collectors.toSet());
        Map<List<String>, Set<String>> ofVariants = changes.stream()
                .filter(change -> change.variant().isPresent())
                .collect(Collectors.groupingBy(
                        change -> change.variant().orElseThrow(),
                        Collectors.mapping(FieldChange::name, Collectors.toSet())));
        return new Product(
                only("title", named, odoo.title()),
                only("description", named, odoo.description()),
                Optional.empty(),
                only("productType", named, odoo.productType()),
                only("tags", named, odoo.tags()),
                only("status", named, odoo.status()),
                pairs.options(),
                pairs.after().stream()
                        .map(variant -> pairs.ids().containsKey(variant.optionValues())
                                ? only(variant, ofVariants.getOrDefault(variant.optionValues(), Set.of()))
                                : variant)
                        .toList(),
                Optional.empty(),
                List.of());
    }

    private static Variant only(Variant variant, Set<String> named) {
        return new Variant(
                variant.optionValues(),
                only("sku", named, variant.sku()),
                only("barcode", named, variant.barcode()),
                only("price", named, variant.price()),
                Optional.empty(),
                only("cost", named, variant.cost()),
                only("weight", named, variant.weight()),
                Optional.empty(),
                only("requiresShipping", named, variant.requiresShipping()),
                only("tracked", named, variant.tracked()));
    }

    private static <T> Optional<T> only(String name, Set<String> named, Optional<T> value) {
        return value.filter(any -> named.contains(name));
    }

    /** Names of the options in their order, and which combinations there are; the order of values is the shop's own. */
    private static boolean sameStructure(Product one, Product other) {
        return names(one).equals(names(other)) && combinations(one).equals(combinations(other));
    }

    private static List<String> names(Product product) {
        return product.options().stream().map(ProductOption::name).toList();
    }

    private static Set<List<String>> combinations(Product product) {
        Set<List<String>> combinations = new HashSet<>();
        product.variants().forEach(variant -> combinations.add(variant.optionValues()));
        return combinations;
    }
}

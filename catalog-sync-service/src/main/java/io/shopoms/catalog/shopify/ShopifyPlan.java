package io.shopoms.catalog.shopify;

import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.MetafieldValues;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.shopify.ShopifyProduct.OptionIdentity;
import io.shopoms.catalog.shopify.ShopifyStep.SetMetafields;
import io.shopoms.catalog.shopify.ShopifyStep.SetProduct;
import io.shopoms.catalog.shopify.ShopifyStep.UpdateProduct;
import io.shopoms.catalog.shopify.ShopifyStep.UpdateVariants;
import io.shopoms.model.ShopifyId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fewest mutations that bring a product to the wanted state. Only {@code productSet} changes options and variants, and
 * it deletes whatever its lists leave out: so it is planned for that alone, over a product of which every variant is
 * known, and names all that stay.
 *
 * @param steps in the order to be sent; none if Shopify has what is wanted
 */
public record ShopifyPlan(List<ShopifyStep> steps) {

    public ShopifyPlan {
        steps = List.copyOf(steps);
    }

    public static ShopifyPlan of(ProductWish wish) {
        return new ShopifyPlan(wish.present()
                .map(present -> new Changes(wish, present).steps())
                .orElseGet(() -> List.of(creation(wish))));
    }

    private static ShopifyStep creation(ProductWish wish) {
        Product wanted = wish.wanted();
        Map<String, Object> input = ProductInput.of(wanted);
        List<String> names = new ArrayList<>();
        List<Map<String, Object>> variants = new ArrayList<>();
        for (Variant variant : wanted.variants()) {
            names.add(name(variant));
            variants.add(entry(wanted.options(), variant, Optional.empty(), VariantInput.of(variant)));
        }
        input.put("productOptions", options(wanted.options(), List.of()));
        input.put("variants", variants);
        wanted.images()
                .filter(images -> !images.isEmpty())
                .ifPresent(images -> input.put("files", PictureInput.files(Optional.empty(), images, Map.of())));
        List<Map<String, Object>> metafields = new ArrayList<>();
        metafields.add(typed(new Metafield(SourceMark.NAMESPACE, SourceMark.KEY, SourceMark.TYPE, wish.reference())));
        wanted.metafields().forEach(field -> metafields.add(typed(field)));
        input.put("metafields", metafields);
        return new SetProduct(Optional.empty(), input, names, List.of());
    }

    private record Changes(ProductWish wish, ShopifyProduct present, VariantMatch match) {

        Changes(ProductWish wish, ShopifyProduct present) {
            this(wish, present, VariantMatch.of(present, wish.wanted().variants(), wish.known()));
        }

        List<ShopifyStep> steps() {
            Product wanted = wish.wanted();
            Map<String, Object> texts = ProductInput.changes(present.content(), wanted, wish.led());
            Optional<List<Map<String, Object>>> files = files();
            List<ShopifyStep> steps = new ArrayList<>();
            if (wish.structure() && structureDiffers()) {
                steps.add(structure(texts, files));
            } else {
                if (files.isPresent()) {
                    texts.put("files", files.get());
                    steps.add(new SetProduct(Optional.of(present.id()), texts, List.of(), List.of()));
                } else if (!texts.isEmpty()) {
                    texts.put("id", present.id().gid("Product"));
                    steps.add(new UpdateProduct(present.id(), texts));
                }
                steps.addAll(variants());
            }
            steps.addAll(metafields());
            return steps;
        }

        private Optional<List<Map<String, Object>>> files() {
            return wish.wanted()
                    .images()
                    .filter(images -> wish.led().contains(ProductField.IMAGES))
                    .filter(images ->
                            !PictureInput.same(present.content().images().orElse(List.of()), images))
                    .map(images -> PictureInput.files(Optional.of(present), images, Map.of()));
        }

        /** The order of values is the shop's own: a mere difference there is none. */
        private boolean structureDiffers() {
            List<String> names = present.content().options().stream()
                    .map(ProductOption::name)
                    .toList();
            return !names.equals(wish.wanted().options().stream()
                            .map(ProductOption::name)
                            .toList())
                    || !match.left().isEmpty()
                    || wish.wanted().variants().stream()
                            .anyMatch(variant -> match.idOf(variant)
                                    .map(id -> !match.present(id).optionValues().equals(variant.optionValues()))
                                    .orElse(true));
        }

        private ShopifyStep structure(Map<String, Object> input, Optional<List<Map<String, Object>>> files) {
            List<ProductOption> options = wish.wanted().options();
            List<String> names = new ArrayList<>();
            List<Map<String, Object>> variants = new ArrayList<>();
            for (Variant variant : wish.wanted().variants()) {
                Optional<ShopifyId> id = match.idOf(variant);
                names.add(name(variant));
                variants.add(entry(
                        options,
                        variant,
                        id,
                        id.map(known -> VariantInput.changes(match.present(known), variant, wish.led()::contains))
                                .orElseGet(() -> VariantInput.of(variant))));
            }
            input.put("productOptions", options(options, present.options()));
            input.put("variants", variants);
            files.ifPresent(list -> input.put("files", list));
            return new SetProduct(
                    Optional.of(present.id()),
                    input,
                    names,
                    match.left().stream().map(ShopifyPlan::name).toList());
        }

        private List<ShopifyStep> variants() {
            List<Map<String, Object>> inputs = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (Variant variant : wish.wanted().variants()) {
                match.idOf(variant).ifPresent(id -> {
                    Map<String, Object> changes =
                            VariantInput.changes(match.present(id), variant, wish.led()::contains);
                    if (!changes.isEmpty()) {
                        Map<String, Object> input = new LinkedHashMap<>();
                        input.put("id", id.gid("ProductVariant"));
                        input.putAll(changes);
                        inputs.add(input);
                        names.add(name(variant));
                    }
                });
            }
            List<ShopifyStep> steps = new ArrayList<>();
            for (int from = 0; from < inputs.size(); from += UpdateVariants.MOST) {
                int to = Math.min(inputs.size(), from + UpdateVariants.MOST);
                steps.add(new UpdateVariants(present.id(), inputs.subList(from, to), names.subList(from, to)));
            }
            return steps;
        }

        private List<ShopifyStep> metafields() {
            if (!wish.led().contains(ProductField.METAFIELDS)) {
                return List.of();
            }
            List<Map<String, Object>> changed = wish.wanted().metafields().stream()
                    .filter(field -> present.content().metafields().stream()
                            .noneMatch(known -> MetafieldValues.isSame(known, field)))
                    .map(field -> {
                        Map<String, Object> input = typed(field);
                        input.put("ownerId", present.id().gid("Product"));
                        return input;
                    })
                    .toList();
            List<ShopifyStep> steps = new ArrayList<>();
            for (int from = 0; from < changed.size(); from += SetMetafields.MOST) {
                steps.add(new SetMetafields(
                        present.id(), changed.subList(from, Math.min(changed.size(), from + SetMetafields.MOST))));
            }
            return steps;
        }
    }

    /** An option keeps its id if its name, or else its place, is the same; values that nothing uses stay as they are. */
    private static List<Map<String, Object>> options(List<ProductOption> wanted, List<OptionIdentity> present) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            ProductOption option = wanted.get(i);
            Optional<OptionIdentity> identity = identity(wanted, present, i);
            Set<String> values = new LinkedHashSet<>(option.values());
            identity.ifPresent(known -> values.addAll(known.unused()));
            Map<String, Object> input = new LinkedHashMap<>();
            identity.ifPresent(known -> input.put("id", known.id().gid("ProductOption")));
            input.put("name", option.name());
            input.put("position", i + 1);
            input.put(
                    "values",
                    values.stream().map(value -> Map.of("name", value)).toList());
            options.add(input);
        }
        return options;
    }

    private static Optional<OptionIdentity> identity(List<ProductOption> wanted, List<OptionIdentity> present, int i) {
        Optional<OptionIdentity> byName = present.stream()
                .filter(known -> known.name().equals(wanted.get(i).name()))
                .findFirst();
        return byName.or(() -> Optional.of(i)
                .filter(place -> place < present.size())
                .map(present::get)
                .filter(known ->
                        wanted.stream().noneMatch(option -> option.name().equals(known.name()))));
    }

    private static Map<String, Object> entry(
            List<ProductOption> options, Variant variant, Optional<ShopifyId> id, Map<String, Object> fields) {
        Map<String, Object> input = new LinkedHashMap<>();
        id.ifPresent(known -> input.put("id", known.gid("ProductVariant")));
        List<Map<String, String>> values = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            values.add(Map.of(
                    "optionName", options.get(i).name(),
                    "name", variant.optionValues().get(i)));
        }
        input.put("optionValues", values);
        input.putAll(fields);
        return input;
    }

    private static Map<String, Object> typed(Metafield field) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("namespace", field.namespace());
        input.put("key", field.key());
        input.put("type", field.type());
        input.put("value", field.value());
        return input;
    }

    /** How people recognise a variant. */
    static String name(Variant variant) {
        String values = String.join(" / ", variant.optionValues());
        return variant.sku()
                .filter(sku -> !sku.isEmpty())
                .map(sku -> values + " (" + sku + ")")
                .orElse(values);
    }
}

package io.shopoms.sandbox.shopify.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** {@code metafieldsSet} and {@code metafieldsDelete}: all of them or none. */
public final class MetafieldSets {

    private static final int MOST = 25;

    /** The name of a metafield that was deleted. */
    public record Deleted(String ownerId, String namespace, String key) {}

    private final Catalog catalog;
    private final CatalogEvents events;
    private final MetafieldRules rules;

    MetafieldSets(Catalog catalog, CatalogEvents events) {
        this.catalog = catalog;
        this.events = events;
        this.rules = new MetafieldRules(catalog);
    }

    /** @throws Refused with every error; {@code field} tells which metafield, {@code elementIndex} which entry of a list */
    public List<Metafield> set(List<Input> inputs) {
        if (inputs.size() > MOST) {
            throw Refused.because(
                    "LESS_THAN_OR_EQUAL_TO",
                    "Exceeded the maximum metafields input limit of " + MOST + ".",
                    "metafields");
        }
        List<CatalogError> errors = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            errors.addAll(at(i, problems(inputs.get(i))));
        }
        if (!errors.isEmpty()) {
            throw new Refused(errors);
        }
        List<Metafield> done = new ArrayList<>();
        Set<Product> changed = new LinkedHashSet<>();
        for (Input input : inputs) {
            MetafieldOwner owner = owner(input).orElseThrow();
            keep(owner, rules.result(owner, List.of(input), false, catalog.now()));
            done.add(MetafieldRules.existing(input, owner.metafields()).orElseThrow());
            changed.add(product(owner));
        }
        tell(changed);
        return done;
    }

    private List<CatalogError> problems(Input input) {
        Optional<MetafieldOwner> owner = owner(input);
        if (owner.isEmpty()) {
            return List.of(new CatalogError(List.of("ownerId"), "Owner does not exist.", "INVALID"));
        }
        List<CatalogError> found =
                rules.problems(input, owner.get().ownerType(), owner.get().metafields());
        return found.isEmpty() && input.has("compareDigest") ? stale(input, owner.get()) : found;
    }

    /** Null asks that there is none yet. */
    private static List<CatalogError> stale(Input input, MetafieldOwner owner) {
        String wanted = input.text("compareDigest");
        if (wanted != null && !wanted.matches("[0-9a-f]{64}")) {
            return List.of(new CatalogError(
                    List.of("compareDigest"), "The compareDigest is invalid.", "INVALID_COMPARE_DIGEST"));
        }
        String now = MetafieldRules.existing(input, owner.metafields())
                .map(Metafield::compareDigest)
                .orElse(null);
        return Objects.equals(wanted, now)
                ? List.of()
                : List.of(new CatalogError(
                        List.of(),
                        "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.",
                        "STALE_OBJECT"));
    }

    private static List<CatalogError> at(int index, List<CatalogError> errors) {
        return errors.stream()
                .map(error -> {
                    List<String> path = new ArrayList<>(List.of("metafields", Integer.toString(index)));
                    path.addAll(error.field());
                    return new CatalogError(path, error.message(), error.code(), error.elementIndex());
                })
                .toList();
    }

    private Optional<MetafieldOwner> owner(Input input) {
        String id = input.text("ownerId");
        Optional<? extends MetafieldOwner> found = id.contains("/ProductVariant/")
                ? catalog.findVariant(Ids.parse("ProductVariant", id))
                : catalog.find(Ids.parse("Product", id));
        return found.map(owner -> owner);
    }

    private static void keep(MetafieldOwner owner, List<Metafield> metafields) {
        if (owner instanceof Variant variant) {
            variant.keep(metafields);
        } else if (owner instanceof Product product) {
            product.keep(metafields);
        }
    }

    private static Product product(MetafieldOwner owner) {
        return owner instanceof Variant variant ? variant.product() : (Product) owner;
    }

    private void tell(Set<Product> changed) {
        changed.forEach(product -> {
            catalog.touch(product);
            events.updated(product);
        });
    }

    /** Null for each that there is not. */
    public List<Deleted> delete(List<Input> inputs) {
        Map<Product, Boolean> changed = new LinkedHashMap<>();
        List<Deleted> deleted = new ArrayList<>();
        for (Input input : inputs) {
            Optional<MetafieldOwner> owner = owner(input);
            Optional<Metafield> found = owner.flatMap(each -> MetafieldRules.existing(input, each.metafields()));
            found.ifPresent(metafield -> {
                List<Metafield> left = new ArrayList<>(metafield.owner().metafields());
                left.remove(metafield);
                keep(metafield.owner(), left);
                changed.put(product(metafield.owner()), true);
            });
            deleted.add(found.map(each -> new Deleted(input.text("ownerId"), each.namespace(), each.key()))
                    .orElse(null));
        }
        tell(changed.keySet());
        return deleted;
    }
}

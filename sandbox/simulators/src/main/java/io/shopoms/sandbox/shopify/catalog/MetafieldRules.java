package io.shopoms.sandbox.shopify.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What metafields may look like: their type is the definition's, and their value is one of that type. */
final class MetafieldRules {

    /** Where an app's own metafields are that name no namespace. */
    static final String OWN_NAMESPACE = "app--1";

    private static final String NAME = "[A-Za-z0-9_-]+";
    private static final int LONGEST_VALUE = 65_536;

    private final Catalog catalog;

    MetafieldRules(Catalog catalog) {
        this.catalog = catalog;
    }

    static String namespace(Input input) {
        String namespace = input.sets("namespace") ? input.text("namespace") : "$app";
        return namespace.startsWith("$app")
                ? OWN_NAMESPACE + namespace.substring("$app".length()).replace(":", "--")
                : namespace;
    }

    /** @param before what the owner has now */
    void check(List<Input> inputs, String ownerType, List<Metafield> before, Errors errors) {
        for (int i = 0; i < inputs.size(); i++) {
            Errors here = errors.in("metafields", i);
            for (CatalogError error : problems(inputs.get(i), ownerType, before)) {
                here.in(error.field().toArray()).add("INVALID_METAFIELD", error.message());
            }
        }
    }

    /** What is wrong with one, with the code that {@code metafieldsSet} has for it. */
    List<CatalogError> problems(Input input, String ownerType, List<Metafield> before) {
        List<CatalogError> found = new ArrayList<>();
        String namespace = namespace(input);
        String key = input.text("key");
        name(found, "namespace", "Namespace", namespace, 3, 255);
        name(found, "key", "Key", key, 2, 64);
        if (!found.isEmpty()) {
            return found;
        }
        String type = type(input, ownerType, before).orElse(null);
        Optional<MetafieldDefinition> definition = catalog.definitions().find(ownerType, namespace, key);
        if (type == null) {
            found.add(new CatalogError(List.of("type"), "Type can't be blank", "BLANK"));
        } else if (!MetafieldTypes.exists(type)) {
            found.add(new CatalogError(List.of("type"), "Type is not a valid metafield type.", "INVALID_TYPE"));
        } else if (definition.isPresent() && !definition.get().type().equals(type)) {
            found.add(new CatalogError(
                    List.of("type"),
                    "Type must be consistent with the definition's type: "
                            + definition.get().type() + ".",
                    "INVALID_TYPE"));
        } else {
            value(found, type, input.text("value"));
        }
        return found;
    }

    private static void value(List<CatalogError> found, String type, String value) {
        if (value != null && value.length() > LONGEST_VALUE) {
            found.add(new CatalogError(
                    List.of("value"), "Value is too long (maximum is " + LONGEST_VALUE + " characters)", "TOO_LONG"));
            return;
        }
        MetafieldTypes.problem(type, value)
                .ifPresent(problem -> found.add(new CatalogError(
                        List.of("value"), "Value " + problem.message(), problem.code(), problem.elementIndex())));
    }

    private static void name(List<CatalogError> found, String field, String label, String name, int least, int most) {
        if (name == null || name.isBlank()) {
            found.add(new CatalogError(List.of(field), label + " can't be blank", "BLANK"));
        } else if (name.length() < least) {
            found.add(new CatalogError(
                    List.of(field), label + " is too short (minimum is " + least + " characters)", "TOO_SHORT"));
        } else if (name.length() > most) {
            found.add(new CatalogError(
                    List.of(field), label + " is too long (maximum is " + most + " characters)", "TOO_LONG"));
        } else if (!name.matches(NAME)) {
            found.add(new CatalogError(List.of(field), label + " contains one or more invalid characters.", "INVALID"));
        }
    }

    /** The one named, else the definition's, else the one that it has had so far. */
    private Optional<String> type(Input input, String ownerType, List<Metafield> before) {
        if (input.sets("type")) {
            return Optional.of(input.text("type"));
        }
        return catalog.definitions()
                .find(ownerType, namespace(input), input.text("key"))
                .map(MetafieldDefinition::type)
                .or(() -> existing(input, before).map(Metafield::type));
    }

    static Optional<Metafield> existing(Input input, List<Metafield> metafields) {
        String namespace = namespace(input);
        return metafields.stream()
                .filter(each -> each.isNamed(namespace, input.text("key")))
                .findFirst();
    }

    /**
     * The metafields of an owner after these were set.
     *
     * @param replacing whether the others are deleted
     */
    List<Metafield> result(MetafieldOwner owner, List<Input> inputs, boolean replacing, Instant now) {
        List<Metafield> before = owner.metafields();
        List<Metafield> after = new ArrayList<>(replacing ? List.of() : before);
        for (Input input : inputs) {
            Optional<Metafield> existing = existing(input, before);
            String type = type(input, owner.ownerType(), before).orElseThrow();
            Metafield set = existing.map(each -> changed(each, type, input.text("value"), now))
                    .orElseGet(() -> new Metafield(
                            catalog.nextId(),
                            owner,
                            namespace(input),
                            input.text("key"),
                            type,
                            input.text("value"),
                            now,
                            now));
            after.removeIf(each -> each.isNamed(set.namespace(), set.key()));
            after.add(set);
        }
        return after;
    }

    private static Metafield changed(Metafield metafield, String type, String value, Instant now) {
        return metafield.type().equals(type) && metafield.value().equals(value)
                ? metafield
                : metafield.with(type, value, now);
    }
}

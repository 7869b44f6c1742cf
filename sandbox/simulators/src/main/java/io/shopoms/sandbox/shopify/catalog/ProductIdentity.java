package io.shopoms.sandbox.shopify.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the product that an identifier means: by id, by handle, or by a metafield whose values are unique. */
public final class ProductIdentity {

    private final Catalog catalog;

    public ProductIdentity(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Empty if there is none. */
    public Optional<Product> look(Input identifier) {
        if (identifier.sets("id")) {
            return byId(identifier);
        }
        if (identifier.sets("handle")) {
            return catalog.findByHandle(identifier.text("handle"));
        }
        return identifier.part("customId").flatMap(this::custom);
    }

    /** By the id alone; empty if there is none. */
    public Optional<Product> byId(Input input) {
        return input.sets("id") ? catalog.find(Ids.parse("Product", input.text("id"))) : Optional.empty();
    }

    /** @throws Refused for a custom id that nobody defined */
    private Optional<Product> custom(Input customId) {
        String namespace = MetafieldRules.namespace(customId);
        String key = customId.text("key");
        catalog.definitions()
                .find("PRODUCT", namespace, key)
                .filter(definition -> definition.type().equals("id"))
                .orElseThrow(() -> Refused.because(
                        "INVALID_METAFIELD",
                        "Metafield definition of type 'id' is required when using custom ids.",
                        "identifier"));
        return catalog.products().values().stream()
                .filter(product -> product.metafields().stream()
                        .anyMatch(each ->
                                each.isNamed(namespace, key) && each.value().equals(customId.text("value"))))
                .findFirst();
    }

    /** The same, but an id must be that of a product: nothing can be made with it. */
    Optional<Product> find(Input identifier) {
        Optional<Product> found = look(identifier);
        if (found.isEmpty() && identifier.sets("id")) {
            throw Refused.because("NOT_FOUND", "Resource matching the identifier was not found.", "identifier", "id");
        }
        if (!identifier.sets("id") && !identifier.sets("handle") && !identifier.sets("customId")) {
            throw Refused.because(
                    "INVALID_INPUT", "An identifier must have an id, a handle or a customId.", "identifier");
        }
        return found;
    }

    /** Refuses an input that says other things than the identifier. */
    void check(Input identifier, Input input) {
        if (input.sets("id")) {
            throw Refused.because(
                    "ID_NOT_ALLOWED", "The id field is not allowed if identifier is provided.", "input", "id");
        }
        if (identifier.sets("handle")) {
            handle(identifier, input);
        }
        identifier.part("customId").ifPresent(custom -> customId(custom, input));
    }

    private static void handle(Input identifier, Input input) {
        if (!input.sets("handle")) {
            throw Refused.because(
                    "MISSING_FIELD_REQUIRED",
                    "The input field corresponding to the identifier is required.",
                    "input",
                    "handle");
        }
        if (!input.text("handle").equals(identifier.text("handle"))) {
            throw Refused.because(
                    "INPUT_MISMATCH",
                    "The identifier value does not match the value of the corresponding field in the input.",
                    "input",
                    "handle");
        }
    }

    private static void customId(Input custom, Input input) {
        boolean named = input.items("metafields").stream()
                .anyMatch(each -> sameName(each, custom) && custom.text("value").equals(each.text("value")));
        if (input.sets("metafields") && !named) {
            throw Refused.because(
                    "METAFIELD_MISMATCH",
                    "The input argument `metafields` (if present) must contain the `customId` value.",
                    "input",
                    "metafields");
        }
    }

    private static boolean sameName(Input metafield, Input custom) {
        return MetafieldRules.namespace(metafield).equals(MetafieldRules.namespace(custom))
                && custom.text("key").equals(metafield.text("key"));
    }

    /** The input of a product that is to be made: found by this identifier from then on. */
    static Input identified(Input identifier, Input input) {
        return identifier
                .part("customId")
                .filter(custom -> !input.sets("metafields"))
                .map(custom -> input.with("metafields", List.of(metafield(custom))))
                .orElse(input);
    }

    private static Map<String, Object> metafield(Input custom) {
        return Map.of(
                "namespace",
                MetafieldRules.namespace(custom),
                "key",
                custom.text("key"),
                "type",
                "id",
                "value",
                custom.text("value"));
    }
}

package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.catalog.Catalog;
import io.shopoms.sandbox.shopify.catalog.CatalogError;
import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.Input;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductVariants;
import io.shopoms.sandbox.shopify.catalog.Refused;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.order.UserError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Mutations of several variants of one product, of its options, and of inventory items. */
final class VariantMutations {

    /** What a mutation does to the product; what it puts into the payload is shown even if it is refused later. */
    private interface Change {
        void on(Product product, Map<String, Object> payload);
    }

    private final Catalog catalog;
    private final CatalogWriting writing;

    VariantMutations(Catalog catalog, CatalogWriting writing) {
        this.catalog = catalog;
        this.writing = writing;
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        for (String name : List.of("ProductVariantsBulkCreatePayload", "ProductVariantsBulkUpdatePayload")) {
            TypeFields.payload(name, "product", "productVariants", "userErrors").addTo(wiring);
        }
        for (String name : List.of(
                "ProductVariantsBulkDeletePayload", "ProductOptionsCreatePayload", "ProductOptionUpdatePayload")) {
            TypeFields.payload(name, "product", "userErrors").addTo(wiring);
        }
        TypeFields.payload("ProductOptionsDeletePayload", "deletedOptionsIds", "product", "userErrors")
                .addTo(wiring);
        TypeFields.payload("InventoryItemUpdatePayload", "inventoryItem", "userErrors")
                .addTo(wiring);
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> fields() {
        return Map.of(
                "productVariantsBulkUpdate", this::update,
                "productVariantsBulkCreate", this::create,
                "productVariantsBulkDelete", this::delete,
                "productOptionsCreate", this::createOptions,
                "productOptionUpdate", this::updateOption,
                "productOptionsDelete", this::deleteOptions,
                "inventoryItemUpdate", this::updateItem);
    }

    private Object update(DataFetchingEnvironment env) {
        return change(env, (product, payload) -> {
            ProductVariants.Updated updated = writing.variants()
                    .update(
                            product,
                            ProductMutations.inputs(env.getArgument("variants")),
                            ProductMutations.media(env),
                            Boolean.TRUE.equals(env.getArgument("allowPartialUpdates")));
            payload.put("productVariants", updated.variants());
            payload.put("userErrors", updated.errors());
        });
    }

    private Object create(DataFetchingEnvironment env) {
        return change(
                env,
                (product, payload) -> payload.put(
                        "productVariants",
                        writing.variants()
                                .create(
                                        product,
                                        ProductMutations.inputs(env.getArgument("variants")),
                                        ProductMutations.media(env),
                                        env.getArgument("strategy"))));
    }

    private Object delete(DataFetchingEnvironment env) {
        return change(env, (product, payload) -> writing.variants().delete(product, env.getArgument("variantsIds")));
    }

    private Object createOptions(DataFetchingEnvironment env) {
        boolean all = "CREATE".equals(env.getArgument("variantStrategy"));
        return change(
                env,
                (product, payload) ->
                        writing.options().create(product, ProductMutations.inputs(env.getArgument("options")), all));
    }

    private Object updateOption(DataFetchingEnvironment env) {
        List<String> toDelete = env.getArgument("optionValuesToDelete");
        return change(
                env,
                (product, payload) -> writing.optionUpdates()
                        .update(
                                product,
                                ProductMutations.optional(env, "option"),
                                ProductMutations.inputs(env.getArgument("optionValuesToAdd")),
                                ProductMutations.inputs(env.getArgument("optionValuesToUpdate")),
                                toDelete == null ? List.of() : toDelete,
                                "MANAGE".equals(env.getArgument("variantStrategy"))));
    }

    private Object deleteOptions(DataFetchingEnvironment env) {
        return change(env, (product, payload) -> {
            writing.options().delete(product, env.getArgument("options"), env.getArgument("strategy"));
            payload.put("deletedOptionsIds", env.getArgument("options"));
        });
    }

    private Object change(DataFetchingEnvironment env, Change change) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("userErrors", List.of());
        Optional<Product> product = catalog.find(Gid.parse("Product", env.getArgument("productId")));
        if (product.isEmpty()) {
            payload.put(
                    "userErrors",
                    List.of(new CatalogError(
                            List.of("productId"), "Product does not exist", "PRODUCT_DOES_NOT_EXIST")));
            return payload;
        }
        payload.put("product", product.get());
        try {
            change.on(product.get(), payload);
        } catch (Refused e) {
            payload.put("userErrors", e.errors());
        }
        return payload;
    }

    private Object updateItem(DataFetchingEnvironment env) {
        Optional<Variant> variant = catalog.findByItem(Gid.parse("InventoryItem", env.getArgument("id")));
        if (variant.isEmpty()) {
            return WebhookFields.payload(
                    "inventoryItem", null, new UserError(List.of("id"), "The inventory item could not be found."));
        }
        InventoryItem item = new InventoryItem(variant.get());
        try {
            writing.variants().updateItem(variant.get(), Input.of(env.<Map<String, Object>>getArgument("input")));
            return WebhookFields.payload("inventoryItem", item);
        } catch (Refused e) {
            return WebhookFields.payload(
                    "inventoryItem",
                    item,
                    e.errors().stream().map(CatalogErrors::plain).toArray(UserError[]::new));
        }
    }
}

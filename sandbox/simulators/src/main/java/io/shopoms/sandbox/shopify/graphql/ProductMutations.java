package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.catalog.Catalog;
import io.shopoms.sandbox.shopify.catalog.CatalogError;
import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.Input;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductIdentity;
import io.shopoms.sandbox.shopify.catalog.ProductOperations;
import io.shopoms.sandbox.shopify.catalog.Refused;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.UserError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Mutations of whole products. */
final class ProductMutations {

    private static final UserError NOBODY = new UserError(List.of("id"), "Product does not exist");

    private final Shop shop;
    private final Catalog catalog;
    private final CatalogWriting writing;
    private final ProductOperations operations;
    private final ProductIdentity identity;

    ProductMutations(Shop shop, CatalogWriting writing, ProductOperations operations) {
        this.shop = shop;
        this.catalog = shop.catalog();
        this.writing = writing;
        this.operations = operations;
        this.identity = new ProductIdentity(catalog);
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        TypeFields.payload("ProductSetPayload", "product", "productSetOperation", "userErrors")
                .addTo(wiring);
        TypeFields.payload("ProductCreatePayload", "product", "shop", "userErrors")
                .addTo(wiring);
        TypeFields.payload("ProductUpdatePayload", "product", "userErrors").addTo(wiring);
        TypeFields.payload("ProductDeletePayload", "deletedProductId", "productDeleteOperation", "shop", "userErrors")
                .addTo(wiring);
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> fields() {
        return Map.of(
                "productSet", this::set,
                "productCreate", this::create,
                "productUpdate", this::update,
                "productDelete", this::delete);
    }

    private Object set(DataFetchingEnvironment env) {
        Input identifier = optional(env, "identifier");
        Input input = Input.of(env.<Map<String, Object>>getArgument("input"));
        Map<String, Object> payload = new HashMap<>();
        payload.put("userErrors", List.of());
        if (Boolean.FALSE.equals(env.getArgument("synchronous")) && !BulkContext.isIn(env)) {
            payload.put("productSetOperation", operations.set(identifier, input));
            return payload;
        }
        try {
            payload.put("product", writing.sets().set(identifier, input));
        } catch (Refused e) {
            payload.put("userErrors", e.errors());
        }
        return payload;
    }

    private Object create(DataFetchingEnvironment env) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("shop", shop);
        payload.put("userErrors", List.of());
        Input product = optional(env, "product");
        try {
            payload.put(
                    "product", writing.products().create(product == null ? Input.of(Map.of()) : product, media(env)));
        } catch (Refused e) {
            payload.put("userErrors", plain(e));
        }
        return payload;
    }

    private Object update(DataFetchingEnvironment env) {
        Input input = optional(env, "product");
        Optional<Product> product = meant(optional(env, "identifier"), input);
        if (product.isEmpty()) {
            return WebhookFields.payload("product", null, NOBODY);
        }
        try {
            writing.products().update(product.get(), input == null ? Input.of(Map.of()) : input, media(env));
            return WebhookFields.payload("product", product.get());
        } catch (Refused e) {
            return WebhookFields.payload("product", product.get(), plain(e).toArray(UserError[]::new));
        }
    }

    /** By the identifier, or else by the id in the input: its handle is the one that the product is to get. */
    private Optional<Product> meant(Input identifier, Input input) {
        if (identifier != null) {
            return identity.look(identifier);
        }
        return input == null ? Optional.empty() : identity.byId(input);
    }

    private Object delete(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("input");
        Map<String, Object> payload = new HashMap<>();
        payload.put("shop", shop);
        payload.put("userErrors", List.of());
        Optional<Product> product = catalog.find(Gid.parse("Product", input.get("id")));
        if (product.isEmpty()) {
            payload.put("userErrors", List.of(NOBODY));
        } else if (Boolean.FALSE.equals(env.getArgument("synchronous")) && !BulkContext.isIn(env)) {
            payload.put("productDeleteOperation", operations.delete(product.get()));
        } else {
            writing.products().delete(product.get());
            payload.put("deletedProductId", input.get("id"));
        }
        return payload;
    }

    static Input optional(DataFetchingEnvironment env, String argument) {
        Map<String, Object> given = env.getArgument(argument);
        return given == null ? null : Input.of(given);
    }

    static List<Input> media(DataFetchingEnvironment env) {
        return inputs(env.getArgument("media"));
    }

    static List<Input> inputs(List<Map<String, Object>> given) {
        return given == null ? List.of() : given.stream().map(Input::of).toList();
    }

    /** Without the name of the argument: these mutations name the attribute alone. */
    private static List<UserError> plain(Refused refused) {
        return refused.errors().stream()
                .map(error -> error.field().size() > 1 && error.field().get(0).equals("product")
                        ? new CatalogError(
                                error.field().subList(1, error.field().size()), error.message(), error.code())
                        : error)
                .map(CatalogErrors::plain)
                .toList();
    }
}

package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.catalog.Catalog;
import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.UserError;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where products can be published: the online store, and nowhere else. */
final class Publications {

    /** The only one. */
    static final String ONLINE_STORE = "gid://shopify/Publication/1";

    private final Shop shop;
    private final Catalog catalog;
    private final CatalogWriting writing;

    Publications(Shop shop, CatalogWriting writing) {
        this.shop = shop;
        this.catalog = shop.catalog();
        this.writing = writing;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        TypeFields.of("Publication", String.class)
                .field("id", each -> each)
                .field("autoPublish", each -> false)
                .field("catalog", each -> each)
                .addTo(wiring);
        TypeFields.of("AppCatalog", String.class)
                .field("id", each -> "gid://shopify/AppCatalog/1")
                .field("title", each -> "Channel Catalog for Online Store")
                .connection("apps", each -> List.of(ShopFields.ONLINE_STORE))
                .addTo(wiring);
        wiring.type("Catalog", type -> type.typeResolver(env -> env.getSchema().getObjectType("AppCatalog")));
        for (String name : List.of("PublishablePublishPayload", "PublishableUnpublishPayload")) {
            TypeFields.payload(name, "publishable", "shop", "userErrors").addTo(wiring);
        }
    }

    Object list(DataFetchingEnvironment env) {
        return Connection.of(List.of(ONLINE_STORE), env);
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> fields() {
        return Map.of(
                "publishablePublish", env -> change(env, true), "publishableUnpublish", env -> change(env, false));
    }

    private Object change(DataFetchingEnvironment env, boolean publish) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("shop", shop);
        payload.put("userErrors", List.of());
        Optional<Product> product = catalog.find(Gid.parse("Product", env.getArgument("id")));
        if (product.isEmpty()) {
            payload.put("userErrors", List.of(new UserError(List.of("id"), "Resource does not exist")));
            return payload;
        }
        payload.put("publishable", product.get());
        List<Map<String, Object>> inputs = env.getArgument("input");
        for (int i = 0; i < inputs.size(); i++) {
            if (!ONLINE_STORE.equals(inputs.get(i).get("publicationId"))) {
                payload.put(
                        "userErrors",
                        List.of(new UserError(
                                List.of("input", Integer.toString(i), "publicationId"),
                                "Publication does not exist or is not publishable")));
                return payload;
            }
        }
        if (publish) {
            Object date = inputs.isEmpty() ? null : inputs.get(0).get("publishDate");
            writing.products().publish(product.get(), date instanceof Instant at ? at : shop.now());
        } else {
            writing.products().unpublish(product.get());
        }
        return payload;
    }
}

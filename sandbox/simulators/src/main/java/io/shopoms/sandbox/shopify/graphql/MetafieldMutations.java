package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.catalog.MetafieldDefinition;
import io.shopoms.sandbox.shopify.catalog.MetafieldDefinitions;
import io.shopoms.sandbox.shopify.catalog.MetafieldSets;
import io.shopoms.sandbox.shopify.catalog.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Mutations of metafields, and the list of their definitions. */
final class MetafieldMutations {

    private final MetafieldSets metafields;
    private final MetafieldDefinitions definitions;

    MetafieldMutations(MetafieldSets metafields, MetafieldDefinitions definitions) {
        this.metafields = metafields;
        this.definitions = definitions;
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        TypeFields.payload("MetafieldsSetPayload", "metafields", "userErrors").addTo(wiring);
        TypeFields.payload("MetafieldsDeletePayload", "deletedMetafields", "userErrors")
                .addTo(wiring);
        TypeFields.of("MetafieldIdentifier", MetafieldSets.Deleted.class)
                .field("ownerId", MetafieldSets.Deleted::ownerId)
                .field("namespace", MetafieldSets.Deleted::namespace)
                .field("key", MetafieldSets.Deleted::key)
                .addTo(wiring);
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> fields() {
        return Map.of("metafieldsSet", this::set, "metafieldsDelete", this::delete);
    }

    Object definitions(DataFetchingEnvironment env) {
        Object namespace = env.getArgument("namespace");
        Object key = env.getArgument("key");
        List<MetafieldDefinition> found = definitions.all().stream()
                .filter(each -> each.ownerType().equals(env.getArgument("ownerType")))
                .filter(each -> namespace == null || namespace.equals(each.namespace()))
                .filter(each -> key == null || key.equals(each.key()))
                .toList();
        return Connection.of(found, env);
    }

    private Object set(DataFetchingEnvironment env) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("metafields", List.of());
        payload.put("userErrors", List.of());
        try {
            payload.put("metafields", metafields.set(ProductMutations.inputs(env.getArgument("metafields"))));
        } catch (Refused e) {
            payload.put("userErrors", e.errors());
        }
        return payload;
    }

    private Object delete(DataFetchingEnvironment env) {
        return WebhookFields.payload(
                "deletedMetafields", metafields.delete(ProductMutations.inputs(env.getArgument("metafields"))));
    }
}

package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fetches what did not fit into the first answer for a product: a variant that is not known would be taken for one that
 * does not exist. Nearly all products fit at once.
 */
final class ProductCompletion {

    /** Variants that a product brings at once. */
    static final int VARIANTS = 50;

    private static final int MORE_VARIANTS = 250;

    private static final GraphqlDocument PRODUCTS = GraphqlDocument.of(ProductCompletion.class, "products_by_id");
    private static final String UPDATED_AT = "updatedAt";

    /** The parts that have pages, with the variable that each goes on from. */
    private static final Map<String, String> PARTS =
            Map.of("variants", "variantsAfter", "media", "mediaAfter", "metafields", "metafieldsAfter");

    private final ShopifyClient shopify;

    ProductCompletion(ShopifyClient shopify) {
        this.shopify = shopify;
    }

    /** Product nodes, each with all its parts, in the order given. Absent nodes are left out. */
    Uni<List<ObjectNode>> complete(JsonNode nodes) {
        List<ObjectNode> products = new ArrayList<>();
        nodes.forEach(node -> {
            if (node instanceof ObjectNode product && product.has("id")) {
                products.add(product);
            }
        });
        return Multi.createFrom()
                .iterable(products)
                .onItem()
                .transformToUniAndConcatenate(this::complete)
                .collect()
                .asList();
    }

    /** Products by their global ids; nodes of products that do not exist are null. */
    Uni<JsonNode> byId(List<String> ids) {
        return read(ids, VARIANTS, Map.of());
    }

    private Uni<ObjectNode> complete(ObjectNode product) {
        Map<String, String> cursors = new HashMap<>();
        PARTS.forEach((part, variable) -> {
            JsonNode page = product.path(part).path("pageInfo");
            if (page.path("hasNextPage").asBoolean()) {
                cursors.put(variable, page.path("endCursor").asText());
            }
        });
        if (cursors.isEmpty()) {
            return Uni.createFrom().item(product);
        }
        boolean variants = cursors.containsKey(PARTS.get("variants"));
        return read(List.of(product.path("id").asText()), variants ? MORE_VARIANTS : 1, cursors)
                .chain(nodes -> {
                    JsonNode more = unchanged(product, nodes.path(0));
                    PARTS.keySet().forEach(part -> append(product, more, part));
                    return complete(product);
                });
    }

    private Uni<JsonNode> read(List<String> ids, int variants, Map<String, String> cursors) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("ids", ids);
        variables.put("variants", variants);
        PARTS.values().forEach(variable -> variables.put(variable, cursors.get(variable)));
        return shopify.execute(PRODUCTS, variables).map(data -> data.path("nodes"));
    }

    /** Adds the nodes of a further page; a part that was complete before was asked from its start, in vain. */
    private static void append(ObjectNode to, JsonNode from, String part) {
        if (!to.path(part).path("pageInfo").path("hasNextPage").asBoolean()) {
            return;
        }
        ObjectNode known = (ObjectNode) to.path(part);
        ArrayNode nodes = known.withArray("nodes");
        from.path(part).path("nodes").forEach(nodes::add);
        known.set("pageInfo", from.path(part).path("pageInfo"));
    }

    /** Pages of two versions of a product would make a product that never was. */
    private static JsonNode unchanged(ObjectNode product, JsonNode more) {
        if (!more.isObject() || !more.path(UPDATED_AT).equals(product.path(UPDATED_AT))) {
            throw new SyncFailureException(new TransientFailure(
                    product.path("id").asText() + " changed in Shopify while its parts were read"));
        }
        return more;
    }
}

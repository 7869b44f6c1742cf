package io.shopoms.inventory.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which items Shopify still has. */
@ApplicationScoped
public class ItemExistence {

    /** As many ids as Shopify takes in one list. */
    public static final int AT_ONCE = 250;

    private static final GraphqlDocument EXISTING = GraphqlDocument.of(ItemExistence.class, "inventory_items_existing");

    private final ShopifyClients shopify;

    ItemExistence(ShopifyClients shopify) {
        this.shopify = shopify;
    }

    /** Those of so many items, at most {@value #AT_ONCE}, that Shopify does not have. */
    public Uni<List<ShopifyId>> missing(Store store, List<ShopifyId> items) {
        List<String> ids = items.stream().map(id -> id.gid("InventoryItem")).toList();
        return Uni.createFrom()
                .deferred(() -> shopify.of(store).execute(EXISTING, Map.of("ids", ids)))
                .map(data -> missing(items, data.path("nodes")));
    }

    private static List<ShopifyId> missing(List<ShopifyId> items, JsonNode nodes) {
        // An answer that was cut short must not look like items that are gone.
        if (nodes.size() != items.size()) {
            throw ItemNodes.notUnderstood("some of the items that it was asked for");
        }
        Set<ShopifyId> found = new HashSet<>();
        for (JsonNode node : nodes) {
            if (node.hasNonNull("id")) {
                found.add(ItemNodes.id(node));
            }
        }
        return items.stream().filter(item -> !found.contains(item)).toList();
    }
}

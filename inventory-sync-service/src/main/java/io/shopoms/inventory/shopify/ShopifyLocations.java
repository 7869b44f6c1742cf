package io.shopoms.inventory.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store's locations, read. */
@ApplicationScoped
public class ShopifyLocations {

    private static final int PAGE = 100;

    private static final GraphqlDocument LOCATIONS = GraphqlDocument.of(ShopifyLocations.class, "locations");

    private final ShopifyClients shopify;

    ShopifyLocations(ShopifyClients shopify) {
        this.shopify = shopify;
    }

    /** All locations, also those that are not active; never empty: every store has one. */
    public Uni<List<ShopifyLocation>> list(Store store) {
        return Uni.createFrom()
                .deferred(() -> rest(store, new ArrayList<>(), Optional.empty()))
                .invoke(locations -> {
                    if (locations.isEmpty()) {
                        throw ItemNodes.notUnderstood("any location");
                    }
                });
    }

    private Uni<List<ShopifyLocation>> rest(Store store, List<ShopifyLocation> known, Optional<String> after) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", PAGE);
        variables.put("after", after.orElse(null));
        return shopify.of(store).execute(LOCATIONS, variables).chain(data -> {
            JsonNode connection = data.path("locations");
            connection.path("nodes").forEach(node -> known.add(location(node)));
            return ItemNodes.next(connection)
                    .map(cursor -> rest(store, known, Optional.of(cursor)))
                    .orElseGet(() -> Uni.createFrom().item(List.copyOf(known)));
        });
    }

    private static ShopifyLocation location(JsonNode node) {
        if (!node.path("isActive").isBoolean()) {
            throw ItemNodes.notUnderstood("whether a location is active");
        }
        return new ShopifyLocation(
                ItemNodes.id(node),
                node.path("name").asText(""),
                node.path("isActive").booleanValue(),
                node.path("fulfillsOnlineOrders").asBoolean());
    }
}

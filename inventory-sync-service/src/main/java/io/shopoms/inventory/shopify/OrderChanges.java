package io.shopoms.inventory.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.shopify.UpdatedSince;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which orders changed in Shopify lately: that they did, and nothing of what is in them. */
@ApplicationScoped
public class OrderChanges {

    /** The most that Shopify gives at once. */
    private static final int PAGE = 250;

    private static final GraphqlDocument TOUCHED = GraphqlDocument.of(OrderChanges.class, "orders_touched_since");

    private final ShopifyClients shopify;

    OrderChanges(ShopifyClients shopify) {
        this.shopify = shopify;
    }

    /**
     * @param orders Shopify's date of each one's last change
     * @param next the cursor of the page after; absent at the end
     */
    public record Page(Map<ShopifyId, Instant> orders, Optional<String> next) {

        public Page {
            orders = Map.copyOf(orders);
        }
    }

    /**
     * One page of the orders that changed since a moment, the oldest change first.
     *
     * @param cursor where the page before ended
     */
    public Uni<Page> page(Store store, Instant since, Optional<String> cursor) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", PAGE);
        variables.put("after", cursor.orElse(null));
        variables.put("query", UpdatedSince.filter(since, Optional.empty()));
        return Uni.createFrom()
                .deferred(() -> shopify.of(store).execute(TOUCHED, variables))
                .map(data -> page(data.path("orders")));
    }

    private static Page page(JsonNode connection) {
        Map<ShopifyId, Instant> orders = new HashMap<>();
        connection
                .path("nodes")
                .forEach(node -> orders.put(
                        ItemNodes.id(node),
                        ItemNodes.instant(node.path("updatedAt").asText())));
        return new Page(orders, ItemNodes.next(connection));
    }
}

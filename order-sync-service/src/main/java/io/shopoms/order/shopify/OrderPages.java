package io.shopoms.order.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClient;
import io.shopoms.sync.shopify.UpdatedSince;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages through the orders that changed in a period, oldest change first. */
@ApplicationScoped
public class OrderPages {

    private static final GraphqlDocument ORDERS = GraphqlDocument.of(OrderPages.class, "orders_updated_since");

    OrderPages() {}

    /**
     * @param orders raw nodes, each with all its parts
     * @param next the cursor of the page after; absent at the end
     */
    public record Page(List<String> orders, Optional<String> next) {}

    /**
     * Reads one page.
     *
     * @param from the earliest change
     * @param to the latest change; absent for no end
     * @param cursor where the page before ended
     * @param size the most orders
     */
    public Uni<Page> read(
            ShopifyClient shopify, Instant from, Optional<Instant> to, Optional<String> cursor, int size) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", size);
        variables.put("after", cursor.orElse(null));
        variables.put("query", UpdatedSince.filter(from, to));
        variables.put("lines", OrderCompletion.LINES);
        variables.put("refunds", OrderCompletion.REFUNDS);
        return shopify.execute(ORDERS, variables)
                .map(data -> data.path("orders"))
                .chain(orders -> new OrderCompletion(shopify)
                        .complete(orders.path("nodes"))
                        .map(nodes -> new Page(
                                nodes.stream().map(JsonNode::toString).toList(),
                                UpdatedSince.next(orders.path("pageInfo")))));
    }
}

package io.shopoms.order.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages through the orders that changed in a period, oldest change first. */
@ApplicationScoped
public class OrderPages {

    private static final GraphqlDocument ORDERS = GraphqlDocument.of(OrderPages.class, "orders_updated_since");
    private static final GraphqlDocument LINES = GraphqlDocument.of(OrderPages.class, "order_line_items");
    private static final int LINES_PER_PAGE = 100;

    OrderPages() {}

    /**
     * @param orders raw nodes, each with all its lines
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
        variables.put("query", filter(from, to));
        return shopify.execute(ORDERS, variables)
                .map(data -> data.path("orders"))
                .chain(orders -> complete(shopify, orders.path("nodes"))
                        .map(nodes -> new Page(nodes, next(orders.path("pageInfo")))));
    }

    /** Shopify's search syntax; its dates are whole seconds. */
    static String filter(Instant from, Optional<Instant> to) {
        String since = "updated_at:>='" + from.truncatedTo(ChronoUnit.SECONDS) + "'";
        return to.map(end -> since + " AND updated_at:<='" + end.truncatedTo(ChronoUnit.SECONDS) + "'")
                .orElse(since);
    }

    private static Uni<List<String>> complete(ShopifyClient shopify, JsonNode nodes) {
        List<ObjectNode> orders = new ArrayList<>();
        nodes.forEach(node -> orders.add((ObjectNode) node));
        return Multi.createFrom()
                .iterable(orders)
                .onItem()
                .transformToUniAndConcatenate(order -> withAllLines(shopify, order))
                .map(JsonNode::toString)
                .collect()
                .asList();
    }

    /** Orders of more than a page of lines are completed before anybody sees them: half an order has a wrong total. */
    private static Uni<ObjectNode> withAllLines(ShopifyClient shopify, ObjectNode order) {
        ObjectNode lines = (ObjectNode) order.path("lineItems");
        Optional<String> after = next(lines.path("pageInfo"));
        if (after.isEmpty()) {
            return Uni.createFrom().item(order);
        }
        Map<String, Object> variables =
                Map.of("id", order.path("id").asText(), "first", LINES_PER_PAGE, "after", after.get());
        return shopify.execute(LINES, variables)
                .map(data -> data.path("order").path("lineItems"))
                .chain(more -> {
                    ArrayNode all = lines.withArray("nodes");
                    more.path("nodes").forEach(all::add);
                    lines.set("pageInfo", more.path("pageInfo"));
                    return withAllLines(shopify, order);
                });
    }

    private static Optional<String> next(JsonNode pageInfo) {
        return pageInfo.path("hasNextPage").asBoolean()
                ? Optional.of(pageInfo.path("endCursor").asText())
                : Optional.empty();
    }
}

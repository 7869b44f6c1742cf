package io.shopoms.fulfillment.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClient;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads what Shopify says of an order's goods, whole: a page that was left out could let goods be fulfilled twice. */
@Singleton
public class ShopifyOrders {

    private static final GraphqlDocument FULFILLMENT_ORDERS = document("fulfillment_orders_of_order");
    private static final GraphqlDocument FULFILLMENT_ORDER_LINES = document("fulfillment_order_lines");
    private static final GraphqlDocument FULFILLMENTS = document("fulfillments_of_order");
    private static final GraphqlDocument FULFILLMENT_LINES = document("fulfillment_lines");

    /** {@code Order.fulfillments} is a plain list, without pages; the document asks for this many. */
    private static final int MOST_FULFILLMENTS = 50;

    private final ShopifyClients clients;

    public ShopifyOrders(ShopifyClients clients) {
        this.clients = clients;
    }

    /** @return the order; fails as rejected if Shopify has no such order, or more fulfillments than can be read */
    public Uni<ShopifyOrder> read(Store store, ShopifyId order) {
        ShopifyClient client = clients.of(store);
        return fulfillmentOrders(client, order)
                .flatMap(first -> fulfillments(client, order)
                        .map(fulfillments -> new ShopifyOrder(
                                order,
                                first.header().path("name").asText(),
                                !first.header().path("cancelledAt").isNull(),
                                first.orders(),
                                fulfillments)));
    }

    private record OpenOrders(JsonNode header, List<FulfillmentOrder> orders) {}

    private Uni<OpenOrders> fulfillmentOrders(ShopifyClient client, ShopifyId order) {
        List<JsonNode> headers = new ArrayList<>();
        return pages(client, FULFILLMENT_ORDERS, order.gid("Order"), data -> {
                    JsonNode header = existing(data.path("order"), order);
                    headers.add(header);
                    return header.path("fulfillmentOrders");
                })
                .flatMap(nodes -> Multi.createFrom()
                        .iterable(nodes)
                        .onItem()
                        .transformToUniAndConcatenate(
                                node -> allLines(client, node, "lineItems", FULFILLMENT_ORDER_LINES, "fulfillmentOrder")
                                        .map(lines -> ShopifyJson.fulfillmentOrder(node, lines)))
                        .collect()
                        .asList())
                .map(orders -> new OpenOrders(headers.get(0), orders));
    }

    private Uni<List<Fulfillment>> fulfillments(ShopifyClient client, ShopifyId order) {
        return client.execute(FULFILLMENTS, Map.of("id", order.gid("Order")))
                .map(data -> bounded(existing(data.path("order"), order).path("fulfillments"), order))
                .flatMap(nodes -> Multi.createFrom()
                        .iterable(nodes)
                        .onItem()
                        .transformToUniAndConcatenate(
                                node -> allLines(client, node, "fulfillmentLineItems", FULFILLMENT_LINES, "fulfillment")
                                        .map(lines -> ShopifyJson.fulfillment(node, lines)))
                        .collect()
                        .asList());
    }

    /** The lines of a node; those beyond the node's own page are fetched, by the node's id. */
    private Uni<List<JsonNode>> allLines(
            ShopifyClient client, JsonNode node, String field, GraphqlDocument more, String root) {
        JsonNode page = node.path(field);
        if (!page.path("pageInfo").path("hasNextPage").asBoolean()) {
            return Uni.createFrom().item(ShopifyJson.nodes(page));
        }
        return pages(
                client, more, node.path("id").asText(), data -> data.path(root).path(field));
    }

    private Uni<List<JsonNode>> pages(
            ShopifyClient client, GraphqlDocument document, String gid, Function<JsonNode, JsonNode> connection) {
        return page(client, document, gid, null, connection, new ArrayList<>());
    }

    private Uni<List<JsonNode>> page(
            ShopifyClient client,
            GraphqlDocument document,
            String gid,
            String after,
            Function<JsonNode, JsonNode> connection,
            List<JsonNode> found) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("id", gid);
        variables.put("after", after);
        return client.execute(document, variables).map(connection).flatMap(page -> {
            found.addAll(ShopifyJson.nodes(page));
            JsonNode info = page.path("pageInfo");
            return info.path("hasNextPage").asBoolean()
                    ? page(client, document, gid, info.path("endCursor").asText(), connection, found)
                    : Uni.createFrom().item(found);
        });
    }

    private static JsonNode existing(JsonNode order, ShopifyId id) {
        if (order.isObject()) {
            return order;
        }
        throw new SyncFailureException(new RejectedByTarget(
                "Shopify has no order " + id,
                "It was deleted there, or the app may not read orders of that age (read_all_orders)."));
    }

    private static JsonNode bounded(JsonNode fulfillments, ShopifyId order) {
        if (fulfillments.size() < MOST_FULFILLMENTS) {
            return fulfillments;
        }
        throw new SyncFailureException(new RejectedByTarget(
                "Order " + order + " has " + MOST_FULFILLMENTS + " fulfillments or more, which cannot all be read",
                "Fulfill the rest of this order in Shopify by hand."));
    }

    private static GraphqlDocument document(String name) {
        return GraphqlDocument.of(ShopifyOrders.class, name);
    }
}

package io.shopoms.order.shopify;

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
import java.util.Objects;

/**
 * Fetches what did not fit into the first answer for an order: half an order has a wrong total. The sizes keep a page of
 * orders well under the 1,000 points that Shopify allows a query, as nearly all orders fit.
 */
final class OrderCompletion {

    /** Lines that an order brings at once. */
    static final int LINES = 30;

    /** Refunds that an order brings at once; Shopify does not say whether there are more. */
    static final int REFUNDS = 4;

    /** The most refunds that Shopify tells of one order: their list has no pages. */
    static final int ALL_REFUNDS = 250;

    private static final int MORE_LINES = 100;

    private static final GraphqlDocument ORDER = GraphqlDocument.of(OrderCompletion.class, "orders_by_id");
    private static final GraphqlDocument REFUND = GraphqlDocument.of(OrderCompletion.class, "refund_by_id");

    private static final String LINE_ITEMS = "lineItems";
    private static final String SHIPPING_LINES = "shippingLines";
    private static final String REFUND_LIST = "refunds";
    private static final String UPDATED_AT = "updatedAt";

    /** The parts of a refund that have pages, with the variable that each goes on from. */
    private static final Map<String, String> REFUND_PARTS = Map.of(
            "refundLineItems", "lines",
            "refundShippingLines", "shipping",
            "orderAdjustments", "adjustments",
            "transactions", "transactions");

    private final ShopifyClient shopify;

    OrderCompletion(ShopifyClient shopify) {
        this.shopify = shopify;
    }

    /** Order nodes, each with all its parts, in the order given. Absent nodes are left out. */
    Uni<List<ObjectNode>> complete(JsonNode nodes) {
        List<ObjectNode> orders = new ArrayList<>();
        nodes.forEach(node -> {
            if (node instanceof ObjectNode order && order.has("id")) {
                orders.add(order);
            }
        });
        return Multi.createFrom()
                .iterable(orders)
                .onItem()
                .transformToUniAndConcatenate(order -> complete(order, false))
                .collect()
                .asList();
    }

    /** Orders by their global ids; nodes of orders that do not exist are null. */
    Uni<JsonNode> byId(List<String> ids) {
        return read(ids, LINES, null, null, REFUNDS);
    }

    private Uni<ObjectNode> complete(ObjectNode order, boolean refundsAreAll) {
        boolean lines = hasNext(order, LINE_ITEMS);
        boolean shipping = hasNext(order, SHIPPING_LINES);
        boolean refunds = !refundsAreAll && order.path(REFUND_LIST).size() >= REFUNDS;
        if (!lines && !shipping && !refunds) {
            return completeRefunds(order);
        }
        return read(
                        List.of(order.path("id").asText()),
                        lines ? MORE_LINES : 1,
                        lines ? cursor(order, LINE_ITEMS) : null,
                        shipping ? cursor(order, SHIPPING_LINES) : null,
                        refunds ? ALL_REFUNDS : 1)
                .chain(nodes -> {
                    JsonNode more = unchanged(order, nodes.path(0));
                    append(order, more, LINE_ITEMS);
                    append(order, more, SHIPPING_LINES);
                    if (refunds) {
                        order.set(REFUND_LIST, more.path(REFUND_LIST));
                    }
                    return complete(order, refundsAreAll || refunds);
                });
    }

    private Uni<ObjectNode> completeRefunds(ObjectNode order) {
        return Multi.createFrom()
                .iterable(order.path(REFUND_LIST))
                .onItem()
                .transformToUniAndConcatenate(refund -> completeRefund((ObjectNode) refund))
                .collect()
                .asList()
                .replaceWith(order);
    }

    private Uni<ObjectNode> completeRefund(ObjectNode refund) {
        Map<String, Object> variables = new HashMap<>();
        REFUND_PARTS.forEach(
                (part, variable) -> variables.put(variable, hasNext(refund, part) ? cursor(refund, part) : null));
        if (variables.values().stream().allMatch(Objects::isNull)) {
            return Uni.createFrom().item(refund);
        }
        variables.put("id", refund.path("id").asText());
        return shopify.execute(REFUND, variables).chain(data -> {
            JsonNode more = data.path("refund");
            if (!more.isObject()) {
                throw changedMeanwhile(refund);
            }
            REFUND_PARTS.keySet().forEach(part -> append(refund, more, part));
            return completeRefund(refund);
        });
    }

    private Uni<JsonNode> read(List<String> ids, int lines, String linesAfter, String shippingAfter, int refunds) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("ids", ids);
        variables.put("lines", lines);
        variables.put("linesAfter", linesAfter);
        variables.put("shippingAfter", shippingAfter);
        variables.put("refunds", refunds);
        return shopify.execute(ORDER, variables).map(data -> data.path("nodes"));
    }

    /** Adds the nodes of a further page; a connection that was complete before was asked from its start, in vain. */
    private static void append(ObjectNode to, JsonNode from, String connection) {
        if (!hasNext(to, connection)) {
            return;
        }
        ObjectNode known = (ObjectNode) to.path(connection);
        ArrayNode nodes = known.withArray("nodes");
        from.path(connection).path("nodes").forEach(nodes::add);
        known.set("pageInfo", from.path(connection).path("pageInfo"));
    }

    /** Pages of two versions of an order would make an order that never was. */
    private static JsonNode unchanged(ObjectNode order, JsonNode more) {
        if (!more.isObject() || !more.path(UPDATED_AT).equals(order.path(UPDATED_AT))) {
            throw changedMeanwhile(order);
        }
        return more;
    }

    private static SyncFailureException changedMeanwhile(ObjectNode node) {
        return new SyncFailureException(
                new TransientFailure(node.path("id").asText() + " changed in Shopify while its parts were read"));
    }

    private static boolean hasNext(JsonNode owner, String connection) {
        return owner.path(connection).path("pageInfo").path("hasNextPage").asBoolean();
    }

    private static String cursor(JsonNode owner, String connection) {
        return owner.path(connection).path("pageInfo").path("endCursor").asText();
    }
}

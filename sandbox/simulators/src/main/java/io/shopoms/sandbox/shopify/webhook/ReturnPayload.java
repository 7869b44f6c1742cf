package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.OrderReturn;

/**
 * A return as it stands in {@code returns[]} of an order. No documented sample has one there: the fields are those of
 * {@code returns/*} that say which return it is and how far it went.
 */
final class ReturnPayload {

    private ReturnPayload() {}

    static ObjectNode of(OrderReturn taken) {
        return Payloads.identified(taken.id(), "Return")
                .put("name", taken.name())
                .put("status", "closed")
                .put(
                        "total_return_line_items",
                        taken.lines().stream()
                                .mapToInt(OrderReturn.Line::quantity)
                                .sum());
    }
}

package io.shopoms.sandbox.shopify.webhook;

import java.util.List;
import java.util.Locale;

/** Names of webhook topics. */
public final class Topics {

    /** What a subscriber gets who names no topics: all that the simulated store sends by itself. */
    public static final List<String> SENT = List.of(
            "orders/create",
            "orders/updated",
            "orders/paid",
            "orders/cancelled",
            "orders/fulfilled",
            "orders/partially_fulfilled",
            "fulfillments/create",
            "fulfillments/update",
            "products/create");

    private Topics() {}

    /** {@code ORDERS_PARTIALLY_FULFILLED} becomes {@code orders/partially_fulfilled}. */
    public static String ofGraphql(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String event : EVENTS) {
            if (lower.endsWith("_" + event)) {
                return lower.substring(0, lower.length() - event.length() - 1) + "/" + event;
            }
        }
        int last = lower.lastIndexOf('_');
        return lower.substring(0, last) + "/" + lower.substring(last + 1);
    }

    /** Events whose own name has an underscore. */
    private static final List<String> EVENTS = List.of(
            "partially_fulfilled",
            "risk_assessment_changed",
            "link_requested",
            "order_routing_complete",
            "placed_on_hold",
            "hold_released",
            "scopes_update",
            "tags_added",
            "tags_removed");
}

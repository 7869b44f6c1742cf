package io.shopoms.sandbox.shopify.webhook;

import java.util.Comparator;
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
            "orders/edited",
            "orders/delete",
            "refunds/create",
            "order_transactions/create",
            "customers/create",
            "customers/update",
            "customers/merge",
            "customers/delete",
            "customers/redact",
            "fulfillments/create",
            "fulfillments/update",
            "products/create",
            "products/update",
            "products/delete",
            "inventory_items/create",
            "inventory_items/update",
            "inventory_items/delete",
            "inventory_levels/connect",
            "inventory_levels/update",
            "inventory_levels/disconnect",
            "locations/create",
            "locations/update",
            "locations/activate",
            "locations/deactivate",
            "locations/delete",
            "bulk_operations/finish");

    /** Resources whose name is needed to tell where the event's name begins. */
    private static final List<String> RESOURCES = List.of(
            "app",
            "bulk_operations",
            "collections",
            "customers",
            "customers_email_marketing_consent",
            "customers_marketing_consent",
            "customers_whats_app_marketing_consent",
            "draft_orders",
            "fulfillment_events",
            "fulfillment_holds",
            "fulfillment_orders",
            "fulfillments",
            "inventory_items",
            "inventory_levels",
            "inventory_shipments",
            "inventory_transfers",
            "locations",
            "order_transactions",
            "orders",
            "products",
            "refunds",
            "returns",
            "shop");

    /**
     * {@code ORDERS_PARTIALLY_FULFILLED} becomes {@code orders/partially_fulfilled}.
     *
     * @throws IllegalArgumentException if no resource begins the name
     */
    public static String ofGraphql(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("customer_tags_")) {
            return lower.replaceFirst("_", ".");
        }
        String resource = RESOURCES.stream()
                .filter(each -> lower.startsWith(each + "_"))
                .max(Comparator.comparing(String::length))
                .orElseThrow(() -> new IllegalArgumentException("no webhook topic " + name));
        return resource + "/" + lower.substring(resource.length() + 1);
    }

    private Topics() {}
}

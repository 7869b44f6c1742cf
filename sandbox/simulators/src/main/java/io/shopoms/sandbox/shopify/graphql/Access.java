package io.shopoms.sandbox.shopify.graphql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which access scopes a field asks for, and whether the app was granted them. */
public final class Access {

    /** All that shopOMS needs today. */
    public static final Set<String> ALL = Set.of(
            "read_orders",
            "read_all_orders",
            "write_orders",
            "read_customers",
            "read_locations",
            "read_products",
            "read_inventory",
            "read_fulfillments",
            "write_fulfillments",
            "read_merchant_managed_fulfillment_orders",
            "write_merchant_managed_fulfillment_orders");

    private static final List<String> READ_FULFILLMENT_ORDERS = List.of(
            "read_merchant_managed_fulfillment_orders",
            "read_assigned_fulfillment_orders",
            "read_third_party_fulfillment_orders");
    private static final List<String> WRITE_FULFILLMENT_ORDERS = List.of(
            "write_merchant_managed_fulfillment_orders",
            "write_assigned_fulfillment_orders",
            "write_third_party_fulfillment_orders");

    /** Any one of the scopes will do. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "orders",
            List.of("read_orders"),
            "order",
            List.of("read_orders"),
            "customer",
            List.of("read_customers"),
            "locations",
            List.of("read_locations"),
            "location",
            List.of("read_locations"),
            "fulfillmentOrders",
            READ_FULFILLMENT_ORDERS,
            "fulfillmentOrder",
            READ_FULFILLMENT_ORDERS,
            "fulfillmentCreate",
            WRITE_FULFILLMENT_ORDERS,
            "fulfillmentTrackingInfoUpdate",
            WRITE_FULFILLMENT_ORDERS,
            "fulfillmentCancel",
            WRITE_FULFILLMENT_ORDERS);

    private Set<String> granted = ALL;

    /** From now on only these. */
    public synchronized void grant(Set<String> scopes) {
        granted = Set.copyOf(scopes);
    }

    public synchronized Set<String> granted() {
        return new LinkedHashSet<>(granted.stream().sorted().toList());
    }

    synchronized boolean has(String scope) {
        return granted.contains(scope);
    }

    synchronized void check(String field) {
        List<String> anyOf = REQUIRED.getOrDefault(field, List.of());
        if (!anyOf.isEmpty() && anyOf.stream().noneMatch(granted::contains)) {
            String required = anyOf.stream().map(scope -> "`" + scope + "`").collect(Collectors.joining(" or "))
                    + " access scope.";
            throw new AdminError(
                    "ACCESS_DENIED",
                    "Access denied for " + field + " field. Required access: " + required,
                    Map.of("documentation", "https://shopify.dev/api/usage/access-scopes", "requiredAccess", required));
        }
    }
}

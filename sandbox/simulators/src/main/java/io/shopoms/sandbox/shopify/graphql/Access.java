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
            "read_returns",
            "read_locations",
            "write_locations",
            "read_products",
            "write_products",
            "read_publications",
            "write_publications",
            "read_inventory",
            "write_inventory",
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

    private static final List<String> READ_ORDERS = List.of("read_orders");
    private static final List<String> WRITE_ORDERS = List.of("write_orders");
    private static final List<String> READ_CUSTOMERS = List.of("read_customers");
    private static final List<String> READ_PRODUCTS = List.of("read_products");
    private static final List<String> WRITE_PRODUCTS = List.of("write_products");
    private static final List<String> WRITE_PUBLICATIONS = List.of("write_publications");
    private static final List<String> READ_LOCATIONS = List.of("read_locations");
    private static final List<String> WRITE_LOCATIONS = List.of("write_locations");
    private static final List<String> READ_INVENTORY = List.of("read_inventory");
    private static final List<String> WRITE_INVENTORY = List.of("write_inventory");

    /** Any one of the scopes will do. */
    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("orders", READ_ORDERS),
            Map.entry("order", READ_ORDERS),
            Map.entry("refund", READ_ORDERS),
            Map.entry("product", READ_PRODUCTS),
            Map.entry("metafieldDefinitions", READ_PRODUCTS),
            Map.entry("productOperation", READ_PRODUCTS),
            Map.entry("publications", List.of("read_publications")),
            Map.entry("publishablePublish", WRITE_PUBLICATIONS),
            Map.entry("publishableUnpublish", WRITE_PUBLICATIONS),
            Map.entry("inventoryItemUpdate", List.of("write_inventory", "write_products")),
            Map.entry("metafieldsSet", WRITE_PRODUCTS),
            Map.entry("metafieldsDelete", WRITE_PRODUCTS),
            Map.entry("productSet", WRITE_PRODUCTS),
            Map.entry("productCreate", WRITE_PRODUCTS),
            Map.entry("productUpdate", WRITE_PRODUCTS),
            Map.entry("productDelete", WRITE_PRODUCTS),
            Map.entry("productOptionsCreate", WRITE_PRODUCTS),
            Map.entry("productOptionUpdate", WRITE_PRODUCTS),
            Map.entry("productOptionsDelete", WRITE_PRODUCTS),
            Map.entry("productVariantsBulkCreate", WRITE_PRODUCTS),
            Map.entry("productVariantsBulkUpdate", WRITE_PRODUCTS),
            Map.entry("productVariantsBulkDelete", WRITE_PRODUCTS),
            Map.entry("products", READ_PRODUCTS),
            Map.entry("productsCount", READ_PRODUCTS),
            Map.entry("productByIdentifier", READ_PRODUCTS),
            Map.entry("productVariant", READ_PRODUCTS),
            Map.entry("productVariants", READ_PRODUCTS),
            Map.entry("productVariantsCount", READ_PRODUCTS),
            Map.entry("inventoryItem", List.of("read_inventory", "read_products")),
            Map.entry("inventoryItems", List.of("read_inventory", "read_products")),
            Map.entry("inventoryLevel", READ_INVENTORY),
            Map.entry("inventoryLevels", READ_INVENTORY),
            Map.entry("inventorySetQuantities", WRITE_INVENTORY),
            Map.entry("inventoryAdjustQuantities", WRITE_INVENTORY),
            Map.entry("inventoryActivate", WRITE_INVENTORY),
            Map.entry("inventoryDeactivate", WRITE_INVENTORY),
            Map.entry("locationActivate", WRITE_LOCATIONS),
            Map.entry("locationDeactivate", WRITE_LOCATIONS),
            Map.entry("returns", List.of("read_returns")),
            Map.entry("customer", READ_CUSTOMERS),
            Map.entry("customers", READ_CUSTOMERS),
            Map.entry("locations", READ_LOCATIONS),
            Map.entry("location", READ_LOCATIONS),
            Map.entry("orderCancel", WRITE_ORDERS),
            Map.entry("orderCapture", WRITE_ORDERS),
            Map.entry("orderClose", WRITE_ORDERS),
            Map.entry("orderMarkAsPaid", WRITE_ORDERS),
            Map.entry("refundCreate", WRITE_ORDERS),
            Map.entry("tagsAdd", WRITE_ORDERS),
            Map.entry("tagsRemove", WRITE_ORDERS),
            Map.entry("fulfillmentOrders", READ_FULFILLMENT_ORDERS),
            Map.entry("fulfillmentOrder", READ_FULFILLMENT_ORDERS),
            Map.entry("fulfillmentCreate", WRITE_FULFILLMENT_ORDERS),
            Map.entry("fulfillmentTrackingInfoUpdate", WRITE_FULFILLMENT_ORDERS),
            Map.entry("fulfillmentCancel", WRITE_FULFILLMENT_ORDERS));

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

package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.bulk.BulkOperation;
import io.shopoms.sandbox.shopify.bulk.BulkOperations;
import io.shopoms.sandbox.shopify.catalog.Catalog;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductOperation;
import io.shopoms.sandbox.shopify.catalog.ProductOperations;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.order.Customer;
import io.shopoms.sandbox.shopify.order.Fulfillment;
import io.shopoms.sandbox.shopify.order.FulfillmentOrder;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.Refund;
import io.shopoms.sandbox.shopify.order.Shop;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records by their global id, whatever they are. */
final class Nodes {

    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(Order.class, "Order"),
            Map.entry(Customer.class, "Customer"),
            Map.entry(Refund.class, "Refund"),
            Map.entry(Fulfillment.class, "Fulfillment"),
            Map.entry(FulfillmentOrder.class, "FulfillmentOrder"),
            Map.entry(Location.class, "Location"),
            Map.entry(Product.class, "Product"),
            Map.entry(BulkOperation.class, "BulkOperation"),
            Map.entry(Variant.class, "ProductVariant"),
            Map.entry(Level.class, "InventoryLevel"),
            Map.entry(InventoryItem.class, "InventoryItem"));

    private final Shop shop;
    private final ProductOperations operations;
    private final BulkOperations bulk;

    Nodes(Store store) {
        this.shop = store.shop();
        this.operations = store.operations();
        this.bulk = store.bulk();
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        for (String name : List.of("Node", "HasMetafields", "Publishable")) {
            wiring.type(
                    name, type -> type.typeResolver(env -> env.getSchema().getObjectType(typeName(env.getObject()))));
        }
    }

    private static String typeName(Object record) {
        return record instanceof ProductOperation operation
                ? OperationFields.typeName(operation)
                : TYPES.get(record.getClass());
    }

    /** Null for a record that there is not, or of a kind that the simulated store does not look up. */
    Object find(Object gid) {
        long id = Gid.parse(Gid.type(gid), gid);
        Catalog catalog = shop.catalog();
        Optional<?> found = switch (Gid.type(gid)) {
            case "Product" -> catalog.find(id);
            case "ProductVariant" -> catalog.findVariant(id);
            case "ProductSetOperation", "ProductDeleteOperation" -> operations.find(id);
            case "BulkOperation" -> bulk.find(id);
            case "InventoryItem" -> catalog.findByItem(id).map(InventoryItem::new);
            case "Order" -> shop.findOrder(id);
            case "Customer" -> shop.findCustomer(id);
            case "Refund" -> shop.findRefund(id);
            case "Fulfillment" -> shop.findFulfillment(id);
            case "FulfillmentOrder" -> shop.findFulfillmentOrder(id);
            case "InventoryLevel" -> LevelGid.find(shop.stock(), gid);
            case "Location" -> shop.locations().find(id);
            default -> Optional.empty();
        };
        return found.orElse(null);
    }
}

package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.Customer;
import io.shopoms.sandbox.shopify.order.Fulfillment;
import io.shopoms.sandbox.shopify.order.FulfillmentOrder;
import io.shopoms.sandbox.shopify.order.Location;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.Refund;
import io.shopoms.sandbox.shopify.order.Shop;
import java.util.Map;
import java.util.Optional;

/** Records by their global id, whatever they are. */
final class Nodes {

    private static final Map<Class<?>, String> TYPES = Map.of(
            Order.class, "Order",
            Customer.class, "Customer",
            Refund.class, "Refund",
            Fulfillment.class, "Fulfillment",
            FulfillmentOrder.class, "FulfillmentOrder",
            Location.class, "Location");

    private final Shop shop;

    Nodes(Shop shop) {
        this.shop = shop;
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Node",
                type -> type.typeResolver(env ->
                        env.getSchema().getObjectType(TYPES.get(env.getObject().getClass()))));
    }

    /** Null for a record that there is not, or of a kind that the simulated store does not look up. */
    Object find(Object gid) {
        long id = Gid.parse(Gid.type(gid), gid);
        Optional<?> found = switch (Gid.type(gid)) {
            case "Order" -> shop.findOrder(id);
            case "Customer" -> shop.findCustomer(id);
            case "Refund" -> shop.findRefund(id);
            case "Fulfillment" -> shop.findFulfillment(id);
            case "FulfillmentOrder" -> shop.findFulfillmentOrder(id);
            case "Location" ->
                shop.locations().stream()
                        .filter(location -> location.id() == id)
                        .findFirst();
            default -> Optional.empty();
        };
        return found.orElse(null);
    }
}

package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.inventory.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When {@code fulfillmentCreate} refuses, in Shopify's words. */
final class ShipmentRules {

    private static final List<String> ON_FULFILLMENT = List.of("fulfillment");

    private ShipmentRules() {}

    static Optional<UserError> check(Shop shop, Shipment shipment) {
        if (shipment.parts().isEmpty()) {
            return refused("Line items by fulfillment order can't be blank.");
        }
        Optional<UserError> quantity = checkQuantities(shipment);
        if (quantity.isPresent()) {
            return quantity;
        }
        Set<Long> named = new HashSet<>();
        Set<Order> orders = new HashSet<>();
        Set<Location> locations = new HashSet<>();
        for (Shipment.Part part : shipment.parts()) {
            Optional<FulfillmentOrder> found = shop.findFulfillmentOrder(part.fulfillmentOrderId());
            if (found.isEmpty()) {
                return refused("Fulfillment order does not exist.");
            }
            FulfillmentOrder from = found.get();
            orders.add(from.order());
            locations.add(from.location());
            if (!from.isFulfillable()) {
                return refused("Fulfillment order " + from.id() + " has an unfulfillable status= "
                        + from.status().name().toLowerCase(Locale.ROOT) + ".");
            }
            if (!named.add(from.id()) || !fits(from, part)) {
                return refused("Invalid fulfillment order line item quantity requested.");
            }
        }
        return orders.size() == 1 && locations.size() == 1
                ? Optional.empty()
                : refused("All fulfillment orders must belong to the same order and the same location.");
    }

    private static Optional<UserError> checkQuantities(Shipment shipment) {
        for (int i = 0; i < shipment.parts().size(); i++) {
            List<Shipment.Units> units = shipment.parts().get(i).units();
            for (int j = 0; j < units.size(); j++) {
                if (units.get(j).quantity() <= 0) {
                    return Optional.of(new UserError(
                            List.of(
                                    "fulfillment",
                                    "lineItemsByFulfillmentOrder",
                                    Integer.toString(i),
                                    "fulfillmentOrderLineItems",
                                    Integer.toString(j),
                                    "quantity"),
                            "Quantity must be greater than 0"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(FulfillmentOrder from, Shipment.Part part) {
        Map<Long, Integer> wanted = new HashMap<>();
        part.units().forEach(units -> wanted.merge(units.fulfillmentOrderLineId(), units.quantity(), Integer::sum));
        return wanted.entrySet().stream()
                .allMatch(entry -> from.line(entry.getKey())
                        .filter(line -> entry.getValue() <= line.remaining())
                        .isPresent());
    }

    private static Optional<UserError> refused(String message) {
        return Optional.of(new UserError(ON_FULFILLMENT, message));
    }
}

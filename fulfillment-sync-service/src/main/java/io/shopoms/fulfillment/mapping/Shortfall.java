package io.shopoms.fulfillment.mapping;

import io.shopoms.fulfillment.shopify.FulfillmentOrder;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.fulfillment.shopify.ShopifyOrder;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Why goods that Odoo shipped cannot be fulfilled now. A hold or a date passes, so the order waits; what only a person can
 * change is rejected; goods that Shopify never sold are only mentioned.
 */
record Shortfall(Optional<SyncFailure> failure, List<String> notes) {

    static Shortfall of(ShopifyOrder order, Quantities unmet) {
        if (unmet.isEmpty()) {
            return new Shortfall(Optional.empty(), List.of());
        }
        Optional<SyncFailure> failure = first(order, unmet, FulfillmentOrder::opensLater)
                .map(Shortfall::waiting)
                .or(() -> order.cancelled() ? Optional.of(cancelled(order, unmet)) : Optional.empty())
                .or(() -> first(order, unmet, f -> !f.isOpen()).map(f -> closed(order, f)));
        return failure.isPresent()
                ? new Shortfall(failure, List.of())
                : new Shortfall(
                        Optional.empty(),
                        List.of("Odoo shipped " + units(unmet) + " more than " + order.name() + " has"));
    }

    private static Optional<FulfillmentOrder> first(
            ShopifyOrder order, Quantities unmet, Predicate<FulfillmentOrder> condition) {
        return order.fulfillmentOrders().stream()
                .filter(condition)
                .filter(f -> !f.remaining().atMost(unmet).isEmpty())
                .findFirst();
    }

    private static SyncFailure waiting(FulfillmentOrder order) {
        if (order.status().equals("SCHEDULED")) {
            return new MissingDependency(
                    "Fulfillment order " + order.id() + " is scheduled for later, but Odoo shipped it already",
                    "Nothing to do if the date is right; else mark it as ready to fulfill in Shopify.");
        }
        return new MissingDependency(
                "Fulfillment order " + order.id() + " is on hold"
                        + (order.holds().isEmpty() ? "" : " (" + String.join(", ", order.holds()) + ")"),
                "Release the hold in Shopify; the shipment then goes through by itself.");
    }

    private static SyncFailure cancelled(ShopifyOrder order, Quantities unmet) {
        return new RejectedByTarget(
                "Odoo shipped " + units(unmet) + " of " + order.name() + ", which is cancelled in Shopify",
                "Take the goods back or charge for them outside of Shopify; a cancelled order cannot be fulfilled.");
    }

    private static SyncFailure closed(ShopifyOrder order, FulfillmentOrder fulfillmentOrder) {
        return new RejectedByTarget(
                "Fulfillment order " + fulfillmentOrder.id() + " of " + order.name() + " is "
                        + fulfillmentOrder.status() + ", so Shopify accepts no fulfillment for it",
                "Open it again in Shopify, or fulfill the goods there by hand; then retry.");
    }

    private static String units(Quantities quantities) {
        return quantities.total() == 1 ? "1 unit" : quantities.total() + " units";
    }
}

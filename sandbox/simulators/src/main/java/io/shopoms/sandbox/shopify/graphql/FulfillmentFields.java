package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.Fulfillment;
import io.shopoms.sandbox.shopify.order.FulfillmentEvent;
import io.shopoms.sandbox.shopify.order.FulfillmentOrder;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The fields of fulfilment orders and fulfilments. */
final class FulfillmentFields {

    private record FulfilledLine(Fulfillment fulfillment, Fulfillment.Line line) {}

    private record OrderedLine(FulfillmentOrder fulfillmentOrder, FulfillmentOrder.Line line) {}

    private FulfillmentFields() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        fulfillments(wiring);
        events(wiring);
        fulfillmentOrders(wiring);
        fulfillmentOrderLines(wiring);
        TypeFields.of("FulfillmentTrackingInfo", TrackingInfo.class)
                .field("company", TrackingInfo::company)
                .field("number", TrackingInfo::number)
                .field("url", TrackingInfo::url)
                .addTo(wiring);
        TypeFields.of("FulfillmentHold", FulfillmentOrder.class)
                .field("id", each -> Gid.of("FulfillmentHold", each.id()))
                .field("reason", each -> "OTHER")
                .field("reasonNotes", each -> null)
                .field("displayReason", each -> "Other")
                .field("heldByRequestingApp", each -> false)
                .addTo(wiring);
        TypeFields.of("FulfillmentOrderSupportedAction", String.class)
                .field("action", each -> each)
                .field("externalUrl", each -> null)
                .addTo(wiring);
    }

    private static void fulfillments(RuntimeWiring.Builder wiring) {
        TypeFields.of("Fulfillment", Fulfillment.class)
                .ids("Fulfillment", Fulfillment::id)
                .field("name", Fulfillment::name)
                .field("status", Fulfillment::status)
                .field("displayStatus", Fulfillment::displayStatus)
                .field("createdAt", Fulfillment::createdAt)
                .field("updatedAt", Fulfillment::updatedAt)
                .field("deliveredAt", each -> happened(each, "DELIVERED"))
                .field("inTransitAt", each -> happened(each, "IN_TRANSIT"))
                .field(
                        "estimatedDeliveryAt",
                        each -> each.events().stream()
                                .map(FulfillmentEvent::estimatedDeliveryAt)
                                .filter(Objects::nonNull)
                                .reduce((first, second) -> second)
                                .orElse(null))
                .field("location", Fulfillment::location)
                .field("order", Fulfillment::order)
                .field(
                        "requiresShipping",
                        each -> each.lines().stream()
                                .anyMatch(line -> line.lineItem().draft().requiresShipping()))
                .field("totalQuantity", Fulfillment::totalQuantity)
                .list("trackingInfo", Fulfillment::tracking)
                .connection("events", Fulfillment::events)
                .connection(
                        "fulfillmentLineItems",
                        each -> each.lines().stream()
                                .map(line -> new FulfilledLine(each, line))
                                .toList())
                .addTo(wiring);
        TypeFields.of("FulfillmentLineItem", FulfilledLine.class)
                .field("id", each -> Gid.of("FulfillmentLineItem", each.line().id()))
                .field("quantity", each -> each.line().quantity())
                .field(
                        "lineItem",
                        each -> LineView.Item.of(
                                each.fulfillment().order(), each.line().lineItem()))
                .addTo(wiring);
    }

    private static Instant happened(Fulfillment fulfillment, String status) {
        return fulfillment.events().stream()
                .filter(event -> event.status().equals(status))
                .map(FulfillmentEvent::happenedAt)
                .findFirst()
                .orElse(null);
    }

    private static void events(RuntimeWiring.Builder wiring) {
        TypeFields.of("FulfillmentEvent", FulfillmentEvent.class)
                .field("id", each -> Gid.of("FulfillmentEvent", each.id()))
                .field("status", FulfillmentEvent::status)
                .field("happenedAt", FulfillmentEvent::happenedAt)
                .field("createdAt", FulfillmentEvent::createdAt)
                .field("estimatedDeliveryAt", FulfillmentEvent::estimatedDeliveryAt)
                .field("message", FulfillmentEvent::message)
                .field("address1", FulfillmentEvent::address1)
                .field("city", FulfillmentEvent::city)
                .field("province", FulfillmentEvent::province)
                .field("country", FulfillmentEvent::country)
                .field("zip", FulfillmentEvent::zip)
                .field("latitude", FulfillmentEvent::latitude)
                .field("longitude", FulfillmentEvent::longitude)
                .addTo(wiring);
    }

    private static void fulfillmentOrders(RuntimeWiring.Builder wiring) {
        TypeFields.of("FulfillmentOrder", FulfillmentOrder.class)
                .field("id", each -> Gid.of("FulfillmentOrder", each.id()))
                .field("status", FulfillmentOrder::status)
                .field("requestStatus", each -> "UNSUBMITTED")
                .field("createdAt", FulfillmentOrder::createdAt)
                .field("updatedAt", FulfillmentOrder::updatedAt)
                .field("order", FulfillmentOrder::order)
                .field("orderId", each -> Gid.of("Order", each.order().id()))
                .field("orderName", each -> each.order().name())
                .field("orderProcessedAt", each -> each.order().createdAt())
                .field("assignedLocation", FulfillmentOrder::location)
                .field("supportedActions", FulfillmentFields::actions)
                .field("fulfillmentHolds", FulfillmentFields::holds)
                .connection(
                        "lineItems",
                        each -> each.lines().stream()
                                .map(line -> new OrderedLine(each, line))
                                .toList())
                .connection(
                        "fulfillments",
                        each -> each.order().fulfillments().stream()
                                .filter(fulfillment ->
                                        fulfillment.fulfillmentOrders().contains(each))
                                .toList())
                .addTo(wiring);
    }

    private static List<String> actions(FulfillmentOrder fulfillmentOrder) {
        List<String> actions = new ArrayList<>();
        if (fulfillmentOrder.isFulfillable()) {
            actions.addAll(List.of("CREATE_FULFILLMENT", "HOLD", "MOVE"));
        } else if (fulfillmentOrder.status() == FulfillmentOrder.Status.ON_HOLD) {
            actions.add("RELEASE_HOLD");
        }
        return actions;
    }

    private static List<FulfillmentOrder> holds(FulfillmentOrder fulfillmentOrder) {
        return fulfillmentOrder.status() == FulfillmentOrder.Status.ON_HOLD ? List.of(fulfillmentOrder) : List.of();
    }

    private static void fulfillmentOrderLines(RuntimeWiring.Builder wiring) {
        TypeFields.of("FulfillmentOrderLineItem", OrderedLine.class)
                .field(
                        "id",
                        each -> Gid.of("FulfillmentOrderLineItem", each.line().id()))
                .field("totalQuantity", each -> each.line().total())
                .field("remainingQuantity", each -> each.line().remaining())
                .field("sku", each -> each.line().lineItem().draft().sku())
                .field("productTitle", each -> each.line().lineItem().draft().title())
                .field("variantTitle", each -> each.line().lineItem().draft().variantTitle())
                .field("vendor", each -> each.line().lineItem().draft().vendor())
                .field(
                        "requiresShipping",
                        each -> each.line().lineItem().draft().requiresShipping())
                .field("variant", each -> each.line().lineItem().variant().orElse(null))
                .field(
                        "lineItem",
                        each -> LineView.Item.of(
                                each.fulfillmentOrder().order(), each.line().lineItem()))
                .addTo(wiring);
    }
}

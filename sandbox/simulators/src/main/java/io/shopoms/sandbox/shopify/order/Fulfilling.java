package io.shopoms.sandbox.shopify.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ships orders, by Shopify's rules and with its words where it refuses. */
public final class Fulfilling {

    private final Shop shop;
    private final StoreEvents events;

    public Fulfilling(Shop shop, StoreEvents events) {
        this.shop = shop;
        this.events = events;
    }

    /** {@code fulfillmentCreate}: all or nothing. */
    public Outcome<Fulfillment> create(Shipment shipment) {
        Optional<UserError> wrong = ShipmentRules.check(shop, shipment);
        if (wrong.isPresent()) {
            return new Outcome<>(Optional.empty(), List.of(wrong.get()));
        }
        Instant now = shop.now();
        List<FulfillmentOrder> from = shipment.parts().stream()
                .map(part ->
                        shop.findFulfillmentOrder(part.fulfillmentOrderId()).orElseThrow())
                .distinct()
                .toList();
        Order order = from.get(0).order();
        Map<LineItem, Integer> packed = new LinkedHashMap<>();
        for (Shipment.Part part : shipment.parts()) {
            ship(shop.findFulfillmentOrder(part.fulfillmentOrderId()).orElseThrow(), part, packed, now);
        }
        List<Fulfillment.Line> lines = new ArrayList<>();
        packed.forEach((line, units) -> lines.add(new Fulfillment.Line(shop.nextId(), line, units)));
        Fulfillment fulfillment = new Fulfillment(
                shop.nextId(),
                order,
                order.name() + "-F" + (order.fulfillments().size() + 1),
                from,
                lines,
                shipment.tracking(),
                now);
        order.add(fulfillment);
        order.touch(now);
        String reached =
                order.fulfillmentStatus().equals("FULFILLED") ? "orders/fulfilled" : "orders/partially_fulfilled";
        tell(fulfillment, List.of("fulfillments/create", reached, "orders/updated"));
        return Outcome.of(fulfillment);
    }

    private void ship(FulfillmentOrder from, Shipment.Part part, Map<LineItem, Integer> packed, Instant now) {
        List<Shipment.Units> wanted = part.units().isEmpty()
                ? from.lines().stream()
                        .filter(line -> line.remaining() > 0)
                        .map(line -> new Shipment.Units(line.id(), line.remaining()))
                        .toList()
                : part.units();
        StockEffects effects = new StockEffects(shop);
        for (Shipment.Units units : wanted) {
            FulfillmentOrder.Line line =
                    from.line(units.fulfillmentOrderLineId()).orElseThrow();
            line.ship(units.quantity());
            effects.ship(line, from.location(), units.quantity());
            line.lineItem().fulfil(units.quantity());
            packed.merge(line.lineItem(), units.quantity(), Integer::sum);
        }
        from.settle(now);
    }

    /**
     * Ships whatever is open, one parcel for each fulfilment order.
     *
     * @throws IllegalArgumentException if nothing is open
     */
    public void shipAll(Order order, TrackingInfo tracking) {
        List<FulfillmentOrder> open = order.fulfillmentOrders().stream()
                .filter(FulfillmentOrder::isFulfillable)
                .toList();
        if (open.isEmpty()) {
            throw new IllegalArgumentException(order.name() + " has nothing to ship");
        }
        open.forEach(each -> create(new Shipment(List.of(new Shipment.Part(each.id(), List.of())), List.of(tracking))));
    }

    /** {@code fulfillmentTrackingInfoUpdate}. */
    public Outcome<Fulfillment> track(long fulfillmentId, List<TrackingInfo> tracking) {
        Optional<Fulfillment> found = shop.findFulfillment(fulfillmentId);
        if (found.isEmpty()) {
            return Outcome.refused(List.of("fulfillmentId"), "Fulfillment does not exist.");
        }
        Fulfillment fulfillment = found.get();
        if (fulfillment.cancelled()) {
            return Outcome.refused(List.of("fulfillmentId"), "Fulfillment is cancelled.");
        }
        fulfillment.track(tracking, shop.now());
        fulfillment.order().touch(shop.now());
        tell(fulfillment, List.of("fulfillments/update", "orders/updated"));
        return Outcome.of(fulfillment);
    }

    /** {@code fulfillmentEventCreate}; a cancelled fulfilment takes events too. */
    public Outcome<FulfillmentEvent> report(long fulfillmentId, FulfillmentEvent event) {
        Optional<Fulfillment> found = shop.findFulfillment(fulfillmentId);
        if (found.isEmpty()) {
            return Outcome.refused(List.of("fulfillmentEvent", "fulfillmentId"), "Fulfillment does not exist.");
        }
        found.get().add(event, shop.now());
        found.get().order().touch(shop.now());
        tell(found.get(), List.of("fulfillments/update", "orders/updated"));
        return Outcome.of(event);
    }

    /** {@code fulfillmentCancel}: the units are to be shipped again, on a new fulfilment order. */
    public Outcome<Fulfillment> cancel(long fulfillmentId) {
        Optional<Fulfillment> found = shop.findFulfillment(fulfillmentId);
        if (found.isEmpty()) {
            return Outcome.refused(List.of("id"), "Fulfillment does not exist.");
        }
        Fulfillment fulfillment = found.get();
        if (fulfillment.cancelled()) {
            return Outcome.refused(List.of("id"), "Fulfillment has already been cancelled.");
        }
        Instant now = shop.now();
        fulfillment.cancel(now);
        List<FulfillmentOrder.Line> again = new ArrayList<>();
        StockEffects effects = new StockEffects(shop);
        for (Fulfillment.Line line : fulfillment.lines()) {
            line.lineItem().fulfil(-line.quantity());
            FulfillmentOrder.Line open = new FulfillmentOrder.Line(shop.nextId(), line.lineItem(), line.quantity());
            effects.unship(open, fulfillment.location(), line.quantity());
            again.add(open);
        }
        FulfillmentOrders.open(shop, fulfillment.order(), fulfillment.location(), again, now);
        fulfillment.order().touch(now);
        tell(fulfillment, List.of("fulfillments/update", "orders/updated"));
        return Outcome.of(fulfillment);
    }

    private void tell(Fulfillment fulfillment, List<String> topics) {
        Order order = fulfillment.order();
        events.changed(StoreChange.of(
                order,
                topics.stream()
                        .map(topic -> new StoreEvent(topic, topic.startsWith("fulfillments/") ? fulfillment : order))));
    }
}

package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.inventory.Location;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A parcel that left a location. */
public final class Fulfillment {

    /** Units of one line in the parcel. */
    public record Line(long id, LineItem lineItem, int quantity) {}

    private final long id;
    private final Order order;
    private final String name;
    private final Location location;
    private final List<Line> lines;
    private final List<FulfillmentOrder> fulfillmentOrders;
    private final Instant createdAt;
    private final List<FulfillmentEvent> events = new ArrayList<>();
    private List<TrackingInfo> tracking;
    private boolean cancelled;
    private Instant updatedAt;

    Fulfillment(
            long id,
            Order order,
            String name,
            List<FulfillmentOrder> fulfillmentOrders,
            List<Line> lines,
            List<TrackingInfo> tracking,
            Instant createdAt) {
        this.id = id;
        this.order = order;
        this.name = name;
        this.location = fulfillmentOrders.get(0).location();
        this.fulfillmentOrders = List.copyOf(fulfillmentOrders);
        this.lines = List.copyOf(lines);
        this.tracking = List.copyOf(tracking);
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    public long id() {
        return id;
    }

    public Order order() {
        return order;
    }

    /** {@code #1001-F1}. */
    public String name() {
        return name;
    }

    public Location location() {
        return location;
    }

    public List<FulfillmentOrder> fulfillmentOrders() {
        return fulfillmentOrders;
    }

    public List<Line> lines() {
        return lines;
    }

    public int totalQuantity() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    public List<TrackingInfo> tracking() {
        return tracking;
    }

    public List<FulfillmentEvent> events() {
        return List.copyOf(events);
    }

    public boolean cancelled() {
        return cancelled;
    }

    /** SUCCESS or CANCELLED. */
    public String status() {
        return cancelled ? "CANCELLED" : "SUCCESS";
    }

    /** What the merchant sees: the newest step of the parcel, FULFILLED before there is one. */
    public String displayStatus() {
        if (cancelled) {
            return "CANCELED";
        }
        return events.isEmpty() ? "FULFILLED" : events.get(events.size() - 1).status();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    void track(List<TrackingInfo> newTracking, Instant now) {
        tracking = List.copyOf(newTracking);
        updatedAt = now;
    }

    void add(FulfillmentEvent event, Instant now) {
        events.add(event);
        updatedAt = now;
    }

    void cancel(Instant now) {
        cancelled = true;
        updatedAt = now;
    }
}

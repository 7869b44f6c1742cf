package io.shopoms.sandbox.shopify.order;

import java.util.List;

/** What {@code fulfillmentCreate} is asked to ship. */
public record Shipment(List<Part> parts, List<TrackingInfo> tracking) {

    /** @param units empty for all that remains */
    public record Part(long fulfillmentOrderId, List<Units> units) {}

    /** Units of one line of a fulfilment order. */
    public record Units(long fulfillmentOrderLineId, int quantity) {}
}

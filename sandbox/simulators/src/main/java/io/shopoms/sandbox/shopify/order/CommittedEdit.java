package io.shopoms.sandbox.shopify.order;

import java.time.Instant;
import java.util.List;

/** What an edit did to the lines and the shipping of an order. */
public record CommittedEdit(
        long id,
        Order order,
        Instant committedAt,
        List<Units> added,
        List<Units> removed,
        List<ShippingLine> shippingAdded,
        List<ShippingLine> shippingRemoved) {

    /** @param units above 0 */
    public record Units(LineItem line, int units) {}

    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && shippingAdded.isEmpty() && shippingRemoved.isEmpty();
    }
}

package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.order.Order;
import java.time.Instant;
import java.util.Comparator;

/** The orders that orders can be listed in. Records of one second are told apart by id, so that no page skips any. */
enum OrderSort {
    CREATED_AT,
    ID,
    PROCESSED_AT,
    UPDATED_AT;

    private static final String SEPARATOR = "|";

    Instant value(Order order) {
        return switch (this) {
            case UPDATED_AT -> order.updatedAt();
            case CREATED_AT, PROCESSED_AT -> order.createdAt();
            case ID -> Instant.EPOCH;
        };
    }

    Comparator<Order> comparator(boolean reverse) {
        Comparator<Order> comparator = Comparator.comparing(this::value).thenComparing(Order::id);
        return reverse ? comparator.reversed() : comparator;
    }

    /** Where a page ended: an order that changes later turns up again behind it. */
    String cursor(Order order) {
        return Connection.encoded(name() + SEPARATOR + value(order) + SEPARATOR + order.id());
    }

    /** Whether an order comes after the cursor. */
    boolean isAfter(Order order, String cursor, boolean reverse) {
        String[] parts = Connection.decoded(cursor).split("\\|");
        if (parts.length != 3 || !parts[0].equals(name())) {
            throw Connection.invalidCursor();
        }
        int byValue = value(order).compareTo(Instant.parse(parts[1]));
        int compared = byValue == 0 ? Long.compare(order.id(), Long.parseLong(parts[2])) : byValue;
        return reverse ? compared < 0 : compared > 0;
    }
}

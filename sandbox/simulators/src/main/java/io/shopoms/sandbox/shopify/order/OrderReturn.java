package io.shopoms.sandbox.shopify.order;

import java.time.Instant;
import java.util.List;

/**
 * Units that came back from the buyer.
 *
 * @param name {@code #1001-R1}
 * @param exchanged the lines that the buyer gets instead
 */
public record OrderReturn(
        long id, Order order, String name, List<Line> lines, List<LineItem> exchanged, Instant createdAt) {

    public record Line(long id, LineItem lineItem, int quantity) {}
}

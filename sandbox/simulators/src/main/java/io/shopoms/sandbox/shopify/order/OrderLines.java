package io.shopoms.sandbox.shopify.order;

import java.util.Optional;

/** Finds the line that a person means. */
final class OrderLines {

    private OrderLines() {}

    /** The first line of that SKU, or of that title where a line has no SKU. */
    static Optional<LineItem> find(Order order, String sku) {
        return order.lines().stream()
                .filter(line -> sku.equals(
                        line.draft().sku() == null
                                ? line.draft().title()
                                : line.draft().sku()))
                .findFirst();
    }

    /**
     * @param id the line's; null to look for the SKU
     * @throws IllegalArgumentException if the order has no such line
     */
    static LineItem find(Order order, Long id, String sku) {
        Optional<LineItem> found = id == null
                ? find(order, sku)
                : order.lines().stream().filter(line -> line.id() == id).findFirst();
        return found.orElseThrow(() ->
                new IllegalArgumentException(order.name() + " has no line " + (id == null ? sku : id.toString())));
    }
}

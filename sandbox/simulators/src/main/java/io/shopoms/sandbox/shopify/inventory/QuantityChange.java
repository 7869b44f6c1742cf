package io.shopoms.sandbox.shopify.inventory;

import java.util.List;

/**
 * What {@code inventorySetQuantities} or {@code inventoryAdjustQuantities} is asked for.
 *
 * @param name of the quantities, as the caller wrote it
 * @param absolute whether the values are the quantities themselves, and not differences
 */
public record QuantityChange(String name, String reason, String reference, boolean absolute, List<Entry> entries) {

    /**
     * One item at one location.
     *
     * @param value the new quantity, or the difference
     * @param changeFrom what the quantity must be before; null for whatever it is
     * @param ledger the document that explains a difference; null for none
     */
    public record Entry(long itemId, long locationId, int value, Integer changeFrom, String ledger) {}

    /** Sets what is available, as somebody does who knows what it was. */
    public static QuantityChange available(long itemId, long locationId, int units, Integer changeFrom) {
        return new QuantityChange(
                "available", "correction", null, true, List.of(new Entry(itemId, locationId, units, changeFrom, null)));
    }

    /** The argument that holds the entries. */
    String argument() {
        return absolute ? "quantities" : "changes";
    }
}

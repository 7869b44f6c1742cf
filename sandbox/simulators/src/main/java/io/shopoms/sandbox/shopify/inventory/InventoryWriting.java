package io.shopoms.sandbox.shopify.inventory;

import java.util.function.LongSupplier;

/** All that can be done to the inventory, in the admin and over the Admin API. */
public record InventoryWriting(Stock stock, Quantities quantities, Stocking stocking, LocationDesk locations) {

    /** @param told is to send what has happened; called at the end of every change */
    public static InventoryWriting of(Stock stock, LongSupplier ids, Runnable told) {
        return new InventoryWriting(
                stock, new Quantities(stock, ids, told), new Stocking(stock, told), new LocationDesk(stock, told));
    }
}

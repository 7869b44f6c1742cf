package io.shopoms.sandbox.shopify.inventory;

import io.shopoms.sandbox.shopify.catalog.Variant;

/** Says at which locations an item is stocked: {@code inventoryActivate} and {@code inventoryDeactivate}. */
public final class Stocking {

    private final Stock stock;
    private final Runnable told;

    Stocking(Stock stock, Runnable told) {
        this.stock = stock;
        this.told = told;
    }

    /**
     * Stocks the item at the location. Where neither quantity is given, those that it had there before are there again.
     *
     * @param available and onHand how many units there are; at most one of them
     * @throws IllegalArgumentException if the location is closed, both quantities are given, or one for an item that is
     *     stocked there already
     */
    public Level activate(Variant item, Location location, Integer available, Integer onHand) {
        if (!location.isActive()) {
            throw new IllegalArgumentException("The location is not active.");
        }
        if (available != null && onHand != null) {
            throw new IllegalArgumentException("Cannot set both available and on_hand quantities.");
        }
        boolean active = stock.find(item.inventoryItemId(), location)
                .filter(Level::isActive)
                .isPresent();
        if (active && (available != null || onHand != null)) {
            throw new IllegalArgumentException("Not allowed to set an " + (onHand == null ? "available" : "on_hand")
                    + " quantity when the item is already active at the location.");
        }
        Level level = stock.connect(item.inventoryItemId(), location);
        if (available != null) {
            stock.move(level, QuantityName.AVAILABLE, available - level.available());
        } else if (onHand != null) {
            stock.move(level, QuantityName.AVAILABLE, onHand - level.units(QuantityName.ON_HAND));
        }
        told.run();
        return level;
    }

    /** @throws IllegalArgumentException if units are promised or on their way there, or it is stocked nowhere else */
    public void deactivate(Level level) {
        if (level.units(QuantityName.COMMITTED) != 0 || level.units(QuantityName.INCOMING) != 0) {
            throw new IllegalArgumentException("The product couldn't be unstocked from " + level.location()
                    + " because it has committed or incoming inventory.");
        }
        if (stock.of(level.itemId()).stream().filter(Level::isActive).count() < 2) {
            throw new IllegalArgumentException("The product couldn't be unstocked from " + level.location()
                    + " because products need to be stocked at a minimum of 1 location.");
        }
        stock.disconnect(level);
        told.run();
    }

    /**
     * So many units are available from now on, because somebody counted them; below 0 for what is owed.
     *
     * @throws IllegalArgumentException if the item is not tracked or the location is closed
     */
    public void count(Variant item, Location location, int available) {
        if (!item.item().tracked()) {
            throw new IllegalArgumentException(item.sku() + " is not tracked");
        }
        if (!location.isActive()) {
            throw new IllegalArgumentException("The location is not active.");
        }
        Level level = stock.connect(item.inventoryItemId(), location);
        stock.move(level, QuantityName.AVAILABLE, available - level.available());
        told.run();
    }

    /** Makes the item of a variant one that is put together of others, or an ordinary one. */
    public void bundle(Variant item, boolean parent) {
        stock.bundle(item.inventoryItemId(), parent);
    }
}

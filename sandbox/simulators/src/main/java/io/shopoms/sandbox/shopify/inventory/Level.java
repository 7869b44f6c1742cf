package io.shopoms.sandbox.shopify.inventory;

import java.time.Instant;

/** How much of an item there is at a location. Only {@link Stock} changes one. */
public final class Level {

    private final long itemId;
    private final Location location;
    private final Instant createdAt;
    private final int[] units = new int[QuantityName.ON_HAND.ordinal()];
    private Instant updatedAt;
    private Instant availableAt;
    private boolean active = true;

    Level(long itemId, Location location, Instant now) {
        this.itemId = itemId;
        this.location = location;
        this.createdAt = now;
        this.updatedAt = now;
        this.availableAt = now;
    }

    public long itemId() {
        return itemId;
    }

    public Location location() {
        return location;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When any of its quantities changed, to the second. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** When that quantity changed; of all but {@code available} it is only known when the level did. */
    public Instant updatedAt(QuantityName name) {
        return name == QuantityName.AVAILABLE ? availableAt : updatedAt;
    }

    /** Whether the item is stocked at the location; if not, its quantities are kept until it is again. */
    public boolean isActive() {
        return active;
    }

    public int available() {
        return units(QuantityName.AVAILABLE);
    }

    public int units(QuantityName name) {
        return name == QuantityName.ON_HAND ? onHand() : units[name.ordinal()];
    }

    private int onHand() {
        int sum = 0;
        for (QuantityName name : QuantityName.values()) {
            sum += name.countsAsOnHand() ? units[name.ordinal()] : 0;
        }
        return sum;
    }

    void move(QuantityName name, int delta, Instant now) {
        units[name.ordinal()] += delta;
        updatedAt = now;
        if (name == QuantityName.AVAILABLE) {
            availableAt = now;
        }
    }

    void activate(boolean stocked, Instant now) {
        active = stocked;
        updatedAt = now;
    }
}

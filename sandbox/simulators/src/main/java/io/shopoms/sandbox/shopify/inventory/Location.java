package io.shopoms.sandbox.shopify.inventory;

import java.time.Instant;
import java.util.Optional;

/** A place where units lie and orders are shipped from. Only {@link LocationDesk} changes one. */
public final class Location {

    private final long id;
    private final long levelsId;
    private final Instant createdAt;
    private String name;
    private Instant updatedAt;
    private Instant deactivatedAt;
    private boolean fulfillsOnlineOrders = true;

    Location(long id, long levelsId, String name, Instant now) {
        this.id = id;
        this.levelsId = levelsId;
        this.name = name;
        this.createdAt = now;
        this.updatedAt = now;
    }

    public long id() {
        return id;
    }

    /** The number in the global ids of its levels: the same for all items, and not the location's own. */
    public long levelsId() {
        return levelsId;
    }

    public String name() {
        return name;
    }

    public boolean isActive() {
        return deactivatedAt == null;
    }

    public Optional<Instant> deactivatedAt() {
        return Optional.ofNullable(deactivatedAt);
    }

    /** Whether orders of the online store may be shipped from here. */
    public boolean fulfillsOnlineOrders() {
        return fulfillsOnlineOrders;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    void rename(String newName, Instant now) {
        name = newName;
        updatedAt = now;
    }

    void fulfilOnline(boolean fulfils, Instant now) {
        fulfillsOnlineOrders = fulfils;
        updatedAt = now;
    }

    void deactivate(Instant now) {
        deactivatedAt = now;
        updatedAt = now;
    }

    void activate(Instant now) {
        deactivatedAt = null;
        updatedAt = now;
    }

    @Override
    public String toString() {
        return name;
    }
}

package io.shopoms.sandbox.shopify.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The locations of the shop, oldest first. There is always one: the one that the shop began with. */
public final class Locations {

    private final LongSupplier ids;
    private final Supplier<Instant> clock;
    private final List<Location> all = new ArrayList<>();

    public Locations(LongSupplier ids, Supplier<Instant> clock) {
        this.ids = ids;
        this.clock = clock;
        add("Main warehouse");
    }

    Location add(String name) {
        Location added = new Location(ids.getAsLong(), ids.getAsLong(), name, clock.get());
        all.add(added);
        return added;
    }

    void remove(Location location) {
        all.remove(location);
    }

    public List<Location> all() {
        return List.copyOf(all);
    }

    public List<Location> active() {
        return all.stream().filter(Location::isActive).toList();
    }

    /** Where new items are stocked and orders go that name no location: the oldest active one. */
    public Location standard() {
        return all.stream().filter(Location::isActive).findFirst().orElse(all.get(0));
    }

    public Optional<Location> find(long id) {
        return all.stream().filter(each -> each.id() == id).findFirst();
    }

    Optional<Location> ofLevels(long levelsId) {
        return all.stream().filter(each -> each.levelsId() == levelsId).findFirst();
    }

    public Optional<Location> find(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** @throws NoSuchElementException if there is no such location */
    public Location location(long id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("there is no location " + id));
    }

    /** The location of that name; a new one if the shop does not have it yet. The standard one for null. */
    public Location named(String name) {
        return name == null ? standard() : find(name).orElseGet(() -> add(name));
    }
}

package io.shopoms.sandbox.shopify.inventory;

import io.shopoms.sandbox.shopify.catalog.Catalog;
import io.shopoms.sandbox.shopify.catalog.StockKeeping;
import io.shopoms.sandbox.shopify.catalog.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The levels of all items, and a journal of what has happened to them since somebody last asked. */
public final class Stock implements StockKeeping {

    private final Catalog catalog;
    private final Locations locations;
    private final Supplier<Instant> clock;
    private final Map<Location, NavigableMap<Long, Level>> levels = new HashMap<>();
    private final Set<Long> bundles = new HashSet<>();
    private final Set<StockEvent> journal = new LinkedHashSet<>();

    /** @param clock now, to the second */
    public Stock(Catalog catalog, Locations locations, Supplier<Instant> clock) {
        this.catalog = catalog;
        this.locations = locations;
        this.clock = clock;
    }

    public Locations locations() {
        return locations;
    }

    Catalog catalog() {
        return catalog;
    }

    Instant now() {
        return clock.get();
    }

    /** All levels at a location by their item, inactive ones too; a view, not to be kept. */
    public NavigableMap<Long, Level> at(Location location) {
        return levels.computeIfAbsent(location, each -> new TreeMap<>());
    }

    public Optional<Level> find(long itemId, Location location) {
        return Optional.ofNullable(at(location).get(itemId));
    }

    /** The level of an item in the global id of which that number stands. */
    public Optional<Level> findByLevelsId(long levelsId, long itemId) {
        return locations.ofLevels(levelsId).flatMap(location -> find(itemId, location));
    }

    /** All levels of an item, inactive ones too. */
    public List<Level> of(long itemId) {
        return locations.all().stream()
                .flatMap(location -> find(itemId, location).stream())
                .toList();
    }

    /** Whether the item is made of others: then Shopify counts those, and refuses to change its own quantities. */
    public boolean isBundle(long itemId) {
        return bundles.contains(itemId);
    }

    void bundle(long itemId, boolean parent) {
        if (parent) {
            bundles.add(itemId);
        } else {
            bundles.remove(itemId);
        }
    }

    /** Stocks the item there, with the quantities that it had when it was stocked there last. */
    Level connect(long itemId, Location location) {
        Level level = at(location).computeIfAbsent(itemId, item -> {
            Level added = new Level(item, location, now());
            journal.add(new StockEvent("inventory_levels/connect", added));
            return added;
        });
        if (!level.isActive()) {
            level.activate(true, now());
            journal.add(new StockEvent("inventory_levels/connect", level));
            recount(itemId);
        }
        return level;
    }

    /** The item's level there, made if there is none. */
    public Level connected(Variant item, Location location) {
        return find(item.inventoryItemId(), location).orElseGet(() -> connect(item.inventoryItemId(), location));
    }

    void disconnect(Level level) {
        level.activate(false, now());
        journal.add(new StockEvent(
                "inventory_levels/disconnect",
                new StockEvent.Disconnected(level.itemId(), level.location().id())));
        recount(level.itemId());
    }

    /** Changes a quantity; 0 changes nothing. */
    public void move(Level level, QuantityName name, int delta) {
        if (delta != 0) {
            level.move(name, delta, now());
            journal.add(new StockEvent("inventory_levels/update", level));
            recount(level.itemId());
        }
    }

    /** The location was opened, closed or deleted: what there is over all locations is another number. */
    void recountAll(Location location) {
        at(location).keySet().forEach(this::recount);
    }

    private void recount(long itemId) {
        catalog.findByItem(itemId).ifPresent(this::recount);
    }

    private void recount(Variant variant) {
        catalog.count(
                variant,
                of(variant.inventoryItemId()).stream()
                        .filter(level -> level.isActive() && level.location().isActive())
                        .mapToInt(Level::available)
                        .sum());
    }

    void note(String topic, Object about) {
        journal.add(new StockEvent(topic, about));
    }

    /** What has happened since the last time. */
    public List<StockEvent> drain() {
        List<StockEvent> happened = new ArrayList<>(journal);
        journal.clear();
        return happened;
    }

    @Override
    public boolean knows(long locationId) {
        return locations.find(locationId).isPresent();
    }

    @Override
    public void born(Variant variant) {
        note("inventory_items/create", variant);
        if (of(variant.inventoryItemId()).isEmpty()) {
            connect(variant.inventoryItemId(), locations.standard());
        }
        recount(variant);
    }

    @Override
    public void changed(Variant variant) {
        note("inventory_items/update", variant);
    }

    @Override
    public void gone(Variant variant) {
        long itemId = variant.inventoryItemId();
        levels.values().forEach(byItem -> byItem.remove(itemId));
        bundles.remove(itemId);
        note("inventory_items/delete", new StockEvent.DeletedItem(itemId));
    }

    @Override
    public void stocked(Variant variant, long locationId, int units) {
        Level level = connect(variant.inventoryItemId(), locations.location(locationId));
        move(level, QuantityName.AVAILABLE, units - level.available());
    }

    void forget(Location location) {
        at(location).clear();
        levels.remove(location);
    }

    /** Forgets all levels; locations stay. */
    public void clear() {
        levels.clear();
        bundles.clear();
        journal.clear();
    }
}

package io.shopoms.sandbox.shopify.inventory;

/** Opens, changes, closes and deletes locations, as the store's people do. */
public final class LocationDesk {

    private final Stock stock;
    private final Locations locations;
    private final Runnable told;

    LocationDesk(Stock stock, Runnable told) {
        this.stock = stock;
        this.locations = stock.locations();
        this.told = told;
    }

    /** @throws IllegalArgumentException if there is one of that name */
    public Location open(String name) {
        checkFree(name);
        Location location = locations.add(name);
        tell("locations/create", location);
        return location;
    }

    private void checkFree(String name) {
        if (name.isBlank() || locations.find(name).isPresent()) {
            throw new IllegalArgumentException("a location needs a name that no other has");
        }
    }

    /** @throws IllegalArgumentException if there is one of that name */
    public void rename(Location location, String name) {
        checkFree(name);
        location.rename(name, stock.now());
        tell("locations/update", location);
    }

    /** Whether orders of the online store are shipped from there. */
    public void fulfilOnline(Location location, boolean fulfils) {
        location.fulfilOnline(fulfils, stock.now());
        tell("locations/update", location);
    }

    /** Does nothing if it is active. */
    public void activate(Location location) {
        if (!location.isActive()) {
            location.activate(stock.now());
            stock.recountAll(location);
            stock.note("locations/activate", location);
            tell("locations/update", location);
        }
    }

    /** Closes it: what lies there is not sold any more, and not counted. Does nothing if it is closed. */
    public void deactivate(Location location) {
        if (location.isActive()) {
            location.deactivate(stock.now());
            stock.recountAll(location);
            stock.note("locations/deactivate", location);
            tell("locations/update", location);
        }
    }

    /** Takes all available units to another location first. */
    public void deactivate(Location location, Location destination) {
        stock.at(location).values().stream().filter(Level::isActive).forEach(level -> {
            int units = level.available();
            stock.move(level, QuantityName.AVAILABLE, -units);
            stock.move(stock.connect(level.itemId(), destination), QuantityName.AVAILABLE, units);
        });
        deactivate(location);
    }

    /** @throws IllegalArgumentException if it is active */
    public void delete(Location location) {
        if (location.isActive()) {
            throw new IllegalArgumentException("The location must be deactivated before it can be deleted.");
        }
        locations.remove(location);
        stock.forget(location);
        tell("locations/delete", new StockEvent.DeletedLocation(location.id()));
    }

    private void tell(String topic, Object about) {
        stock.note(topic, about);
        told.run();
    }

    /** Whether units lie there that a closing location would have to give to another one. */
    public boolean hasInventory(Location location) {
        return stock.at(location).values().stream()
                .anyMatch(level -> level.isActive() && level.units(QuantityName.ON_HAND) != 0);
    }

    /** Whether orders are still to be shipped from there. */
    public boolean hasOpenOrders(Location location) {
        return stock.at(location).values().stream().anyMatch(level -> level.units(QuantityName.COMMITTED) != 0);
    }
}

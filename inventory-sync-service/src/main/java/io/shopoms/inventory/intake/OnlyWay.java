package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.LocationChoices;
import io.shopoms.inventory.cache.Locations;
import io.shopoms.inventory.cache.MappedLocation;
import io.shopoms.inventory.odoo.StockPlace;
import io.shopoms.inventory.odoo.StockPlaces;
import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Maps a store's location by itself where there is one of each: one active location, and one warehouse in Odoo. As soon as
 * a person has mapped or unmapped a location of the store, it leaves all of them alone.
 */
@ApplicationScoped
class OnlyWay {

    private final Locations locations;
    private final LocationChoices choices;
    private final StockPlaces places;

    OnlyWay(Locations locations, LocationChoices choices, StockPlaces places) {
        this.locations = locations;
        this.choices = choices;
        this.places = places;
    }

    /** What was mapped, to be added to a note; empty for nothing. */
    Uni<String> map(Store store) {
        return locations.of(store.shop()).chain(all -> {
            List<MappedLocation> active = all.stream()
                    .filter(one -> one.active() && one.deletedAt().isEmpty())
                    .toList();
            boolean unmapped = all.stream().allMatch(one -> one.sources().isEmpty());
            return unmapped && active.size() == 1 && store.odoo().isPresent()
                    ? places.all(store).chain(found -> map(store, active.get(0), found))
                    : nothing();
        });
    }

    private Uni<String> map(Store store, MappedLocation location, List<StockPlace> found) {
        List<StockPlace> warehouses = found.stream()
                .filter(place -> place.source().kind() == Kind.WAREHOUSE && place.isUsable())
                .toList();
        if (warehouses.size() != 1) {
            return nothing();
        }
        StockPlace only = warehouses.get(0);
        MappedLocation.Source source = new MappedLocation.Source(
                new SourceShare(only.source(), BigDecimal.ONE), only.name(), Optional.empty());
        return choices.mapByItself(store.shop(), location.id(), source)
                .map(mapped -> mapped ? ", mapped to " + only.name() + ", Odoo's only warehouse" : "");
    }

    private static Uni<String> nothing() {
        return Uni.createFrom().item("");
    }
}

package io.shopoms.inventory.ops;

import io.shopoms.inventory.cache.LocationChoices;
import io.shopoms.inventory.cache.LocationChoices.Answer;
import io.shopoms.inventory.cache.Locations;
import io.shopoms.inventory.cache.MappedLocation.Source;
import io.shopoms.inventory.cache.MappingRules;
import io.shopoms.inventory.odoo.StockPlaces;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps a location to places in Odoo of which none lies in another, be it another location's. */
@Singleton
class LocationMapping {

    private final Locations locations;
    private final LocationChoices choices;
    private final StockPlaces places;

    LocationMapping(Locations locations, LocationChoices choices, StockPlaces places) {
        this.locations = locations;
        this.choices = choices;
        this.places = places;
    }

    /** Checked without a lock, since Odoo is asked; if another location was mapped meanwhile, checked once more. */
    Uni<Answer> map(Store store, ShopifyId location, List<Source> sources, String person) {
        return apart(store, location, sources)
                .chain(apart -> choices.map(store.shop(), location, sources, apart, person))
                .chain(answer -> answer instanceof Answer.Outdated
                        ? map(store, location, sources, person)
                        : Uni.createFrom().item(answer));
    }

    /**
     * Refuses sources that overlap: their goods would be offered twice.
     *
     * @return the other locations' sources
     */
    private Uni<Set<StockSource>> apart(Store store, ShopifyId location, List<Source> wanted) {
        return locations
                .of(store.shop())
                .map(all -> MappingRules.besides(location, all))
                .call(others -> wanted.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : places.overlap(store, together(wanted, others))
                                .invoke(overlap -> overlap.ifPresent(LocationMapping::refuse)));
    }

    private static Set<StockSource> together(List<Source> wanted, Set<StockSource> others) {
        return Stream.concat(wanted.stream().map(source -> source.share().source()), others.stream())
                .collect(Collectors.toSet());
    }

    private static void refuse(String overlap) {
        throw ProblemException.unprocessable("sources: " + overlap
                + "; a store's locations would offer the same goods twice. Use shares of one of them.");
    }
}

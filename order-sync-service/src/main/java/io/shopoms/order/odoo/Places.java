package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.order.OrderSettings;
import io.shopoms.order.mapping.Place;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code res.country} and {@code res.country.state}. What Odoo does not know is absent and blocks nothing. */
@ApplicationScoped
class Places {

    private static final int REMEMBERED = 1_000;

    private final ReferenceCache<String, Country> cache;

    Places(Clock clock, OrderSettings settings) {
        this.cache = new ReferenceCache<>(clock, settings.referencesExpireAfter(), REMEMBERED);
    }

    record Country(long id, List<State> states) {

        /** By name, which cannot mean another state as a code may; then by Odoo's code, with or without the country's. */
        Optional<Long> state(Place place) {
            return find(place.stateName(), (state, name) -> Place.sameName(state.name(), name))
                    .or(() -> find(
                            place.stateCode(), (state, code) -> state.code().equalsIgnoreCase(code)))
                    .or(() -> find(
                            place.stateCode().map(code -> place.country() + "-" + code),
                            (state, code) -> state.code().equalsIgnoreCase(code)));
        }

        private Optional<Long> find(Optional<String> wanted, BiPredicate<State, String> fits) {
            return wanted.flatMap(text -> states.stream()
                    .filter(state -> fits.test(state, text))
                    .map(State::id)
                    .findFirst());
        }
    }

    record State(long id, String code, String name) {}

    /** Countries with their states, by ISO code. */
    Uni<Map<String, Country>> countries(Store store, OdooClient odoo, Collection<Place> places) {
        Set<String> codes = places.stream()
                .flatMap(place -> Stream.concat(Stream.of(place.country()), place.territory().stream()))
                .collect(Collectors.toSet());
        return cache.resolve(store.shop(), codes, unknown -> lookUp(odoo, unknown));
    }

    void forget(Store store) {
        cache.forget(store.shop());
    }

    private static Uni<Map<String, Country>> lookUp(OdooClient odoo, Set<String> codes) {
        return odoo.searchRead("res.country", Domain.where("code", "in", List.copyOf(codes)), List.of("code"), "", 0)
                .chain(countries -> odoo.searchRead(
                                "res.country.state",
                                Domain.where(
                                        "country_id",
                                        "in",
                                        countries.stream().map(Records::id).toList()),
                                List.of("code", "name", "country_id"),
                                "",
                                0)
                        .map(states -> countries(countries, states)));
    }

    private static Map<String, Country> countries(List<JsonNode> countries, List<JsonNode> states) {
        Map<String, Country> result = new HashMap<>();
        for (JsonNode country : countries) {
            List<State> own = states.stream()
                    .filter(state -> Records.reference(state, "country_id") == Records.id(country))
                    .map(state ->
                            new State(Records.id(state), Records.text(state, "code"), Records.text(state, "name")))
                    .toList();
            result.put(Records.text(country, "code"), new Country(Records.id(country), own));
        }
        return result;
    }
}

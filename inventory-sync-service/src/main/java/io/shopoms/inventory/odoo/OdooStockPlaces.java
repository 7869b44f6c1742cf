package io.shopoms.inventory.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code stock.warehouse} and {@code stock.location}. Nothing may be asked of a place that was not looked at here:
 * Odoo answers 0 for every product at a location that does not exist, and no products at all for such a warehouse.
 */
@Singleton
class OdooStockPlaces implements StockPlaces {

    private static final List<Boolean> ARCHIVED_TOO = List.of(true, false);
    private static final String ELSEWHERE =
            "Map the Shopify location to another warehouse or location (PUT /api/locations/{id}/sources), or ";

    private final OdooClients clients;

    OdooStockPlaces(OdooClients clients) {
        this.clients = clients;
    }

    @Override
    public Uni<List<StockPlace>> all(Store store) {
        OdooClient odoo = clients.of(store);
        return warehouses(odoo, Domain.all(), "name")
                .chain(warehouses -> locations(odoo, Domain.where("usage", "=", "internal"), "complete_name")
                        .map(locations -> Stream.concat(warehouses.stream(), locations.stream())
                                .toList()));
    }

    @Override
    public Uni<Found> find(Store store, Collection<StockSource> sources) {
        OdooClient odoo = clients.of(store);
        List<Long> warehouses = ids(sources, Kind.WAREHOUSE);
        List<Long> locations = ids(sources, Kind.LOCATION);
        Uni<List<StockPlace>> some =
                warehouses.isEmpty() ? Uni.createFrom().item(List.of()) : warehouses(odoo, any(warehouses), "id");
        return some.chain(found -> locations.isEmpty()
                        ? Uni.createFrom().item(found)
                        : locations(odoo, any(locations), "id")
                                .map(more -> Stream.concat(found.stream(), more.stream())
                                        .toList()))
                .map(places -> sorted(new HashSet<>(sources), places));
    }

    @Override
    public Uni<Optional<String>> overlap(Store store, Collection<StockSource> sources) {
        return find(store, sources).chain(found -> {
            List<StockPlace> places = found.usable().values().stream()
                    .sorted(Comparator.comparing(StockPlace::name))
                    .toList();
            return places.size() < 2
                    ? Uni.createFrom().item(Optional.empty())
                    : paths(clients.of(store), places).map(paths -> overlap(places, paths));
        });
    }

    /** The way from the top to each place's root, by root: {@code 1/4/5/}. */
    private static Uni<Map<Long, String>> paths(OdooClient odoo, List<StockPlace> places) {
        List<Long> roots =
                places.stream().map(place -> place.root().value()).distinct().toList();
        return odoo.searchRead("stock.location", any(roots), List.of("parent_path"), "id", 0)
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.path("id").asLong(), row -> OdooValue.text(row, "parent_path"))));
    }

    private static Optional<String> overlap(List<StockPlace> places, Map<Long, String> paths) {
        for (StockPlace inner : places) {
            for (StockPlace outer : places) {
                String way = paths.getOrDefault(outer.root().value(), "");
                if (inner != outer
                        && !way.isEmpty()
                        && paths.getOrDefault(inner.root().value(), "").startsWith(way)) {
                    return Optional.of(words(inner.source()) + " (" + inner.name() + ") lies in "
                            + words(outer.source()) + " (" + outer.name() + ")");
                }
            }
        }
        return Optional.empty();
    }

    private static Uni<List<StockPlace>> warehouses(OdooClient odoo, Domain domain, String order) {
        return odoo.searchRead(
                        "stock.warehouse",
                        domain,
                        List.of("name", "view_location_id", "company_id", "active"),
                        order,
                        0)
                .map(rows ->
                        rows.stream().flatMap(row -> warehouse(row).stream()).toList());
    }

    private static Uni<List<StockPlace>> locations(OdooClient odoo, Domain domain, String order) {
        return odoo.searchRead(
                        "stock.location",
                        domain,
                        List.of("complete_name", "usage", "warehouse_id", "company_id", "active"),
                        order,
                        0)
                .map(rows ->
                        rows.stream().flatMap(row -> location(row).stream()).toList());
    }

    /** Empty if the answer does not tell where its stock lies: nothing may be asked of it then. */
    private static Optional<StockPlace> warehouse(JsonNode row) {
        return OdooValue.id(row, "id")
                .flatMap(id -> OdooValue.id(row, "view_location_id")
                        .map(root -> new StockPlace(
                                new StockSource(Kind.WAREHOUSE, id),
                                OdooValue.text(row, "name"),
                                Optional.of(id),
                                root,
                                OdooValue.id(row, "company_id"),
                                OdooValue.flag(row, "active"),
                                true)));
    }

    private static Optional<StockPlace> location(JsonNode row) {
        return OdooValue.id(row, "id")
                .map(id -> new StockPlace(
                        new StockSource(Kind.LOCATION, id),
                        OdooValue.text(row, "complete_name"),
                        OdooValue.id(row, "warehouse_id"),
                        id,
                        OdooValue.id(row, "company_id"),
                        OdooValue.flag(row, "active"),
                        OdooValue.text(row, "usage").equals("internal")));
    }

    private static Found sorted(Collection<StockSource> sources, List<StockPlace> places) {
        Map<StockSource, StockPlace> usable = new HashMap<>();
        Map<StockSource, SyncFailure> unusable = new HashMap<>();
        sources.forEach(source -> unusable.put(
                source,
                new MissingDependency(
                        "Odoo has no " + words(source) + ", or hides it from the integration user",
                        ELSEWHERE + "give the user of ODOO_API_KEY access to its company.")));
        for (StockPlace place : places) {
            // What nobody asked for is another's answer.
            if (!unusable.containsKey(place.source())) {
                continue;
            }
            if (place.isUsable()) {
                usable.put(place.source(), place);
                unusable.remove(place.source());
            } else {
                unusable.put(place.source(), refused(place));
            }
        }
        return new Found(usable, unusable);
    }

    private static SyncFailure refused(StockPlace place) {
        String named = words(place.source()) + " (" + place.name() + ")";
        return place.active()
                ? new MissingDependency(
                        named + " is no place where stock lies: it is a virtual location of Odoo",
                        ELSEWHERE + "choose an internal location below it.")
                : new MissingDependency(named + " is archived in Odoo", ELSEWHERE + "unarchive it in Odoo.");
    }

    private static String words(StockSource source) {
        return source.kind().name().toLowerCase(Locale.ROOT) + " " + source.id();
    }

    private static Domain any(List<Long> ids) {
        return Domain.where("id", "in", ids).and("active", "in", ARCHIVED_TOO);
    }

    private static List<Long> ids(Collection<StockSource> sources, Kind kind) {
        return sources.stream()
                .filter(source -> source.kind() == kind)
                .map(source -> source.id().value())
                .distinct()
                .sorted()
                .toList();
    }
}

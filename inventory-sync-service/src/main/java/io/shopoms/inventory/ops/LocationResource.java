package io.shopoms.inventory.ops;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.quarkus.security.identity.SecurityIdentity;
import io.shopoms.inventory.cache.LocationChoices;
import io.shopoms.inventory.cache.LocationChoices.Answer;
import io.shopoms.inventory.cache.Locations;
import io.shopoms.inventory.cache.MappedLocation;
import io.shopoms.inventory.odoo.StockPlace;
import io.shopoms.inventory.odoo.StockPlaces;
import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.ops.AskedStore;
import io.shopoms.sync.ops.ExactBody;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.ops.Roles;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Shopify's locations, and where in Odoo their stock lies. */
@Path("/api/locations")
@CustomDeserialization(ExactBody.class)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "locations")
class LocationResource {

    /** More would be a mistake: each costs every look at Odoo a part of an answer. */
    private static final int MOST_SOURCES = 50;

    private static final int MOST_LOCATIONS = 1000;

    private final Locations locations;
    private final LocationChoices choices;
    private final StockPlaces places;
    private final LocationMapping mapping;
    private final AskedStore stores;
    private final SecurityIdentity caller;

    LocationResource(
            Locations locations,
            LocationChoices choices,
            StockPlaces places,
            LocationMapping mapping,
            AskedStore stores,
            SecurityIdentity caller) {
        this.locations = locations;
        this.choices = choices;
        this.places = places;
        this.mapping = mapping;
        this.stores = stores;
        this.caller = caller;
    }

    /**
     * @param mappedBy null if it was the only way, and so mapped by itself
     * @param warning what to correct in Odoo, looked for every ten minutes; null for nothing
     */
    record SourceView(String kind, long id, String name, BigDecimal share, String mappedBy, String warning) {}

    /**
     * @param buffer null for the store's
     * @param served whether stock is written to it
     * @param problem why not
     */
    record LocationView(
            String store,
            long id,
            String name,
            boolean active,
            boolean served,
            String problem,
            Long buffer,
            Instant deletedAt,
            List<SourceView> sources) {}

    /** @param usable whether a location can be mapped to it */
    record PlaceView(String kind, long id, String name, Long warehouseId, boolean usable) {}

    /** @param share how much of its stock the location offers; 1 if it is left out */
    record SourceRequest(String kind, Long id, BigDecimal share) {}

    record SourcesRequest(List<SourceRequest> sources) {}

    /** @param units null for the store's */
    record BufferRequest(Long units) {}

    /** @param locations ids, the first one first */
    record OrderRequest(List<Long> locations) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "A store's locations in mapping order, where their stock lies, and why one is not served")
    public Uni<List<LocationView>> list(@RestQuery String store) {
        return locations
                .of(shop(store))
                .map(all -> all.stream().map(LocationResource::view).toList());
    }

    @GET
    @Path("places")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "Odoo's warehouses and stock locations, to map locations to")
    public Uni<List<PlaceView>> places(@RestQuery String store) {
        return places.all(stores.of(store))
                .map(all -> all.stream().map(LocationResource::view).toList());
    }

    @PUT
    @Path("{id:\\d{1,18}}/sources")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Says where in Odoo the stock of a location lies; no sources for nowhere",
            description = "kind: warehouse or location; share: more than 0, at most 1. The shares of one source over a"
                    + " store's locations may add up to at most 1, and no source may lie in another. All items of"
                    + " the store are looked at.")
    public Uni<LocationView> map(@RestPath long id, @RestQuery String store, SourcesRequest wanted) {
        Store asked = stores.of(store);
        List<SourceShare> shares = shares(wanted);
        List<StockSource> sources = shares.stream().map(SourceShare::source).toList();
        return (sources.isEmpty()
                        ? Uni.createFrom().item(List.<MappedLocation.Source>of())
                        : places.find(asked, sources).map(found -> named(shares, found)))
                .chain(named -> mapping.map(asked, location(id), named, person()))
                .map(answer -> done(answer, id));
    }

    @PUT
    @Path("{id:\\d{1,18}}/buffer")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Says how many units of every item are kept back at a location; null for the store's buffer")
    public Uni<LocationView> buffer(@RestPath long id, @RestQuery String store, BufferRequest wanted) {
        Wanted.body(wanted, "units, a number or null");
        OptionalLong units = Wanted.units("units", wanted.units());
        return choices.buffer(shop(store), location(id), units, person()).map(answer -> done(answer, id));
    }

    @PUT
    @Path("order")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Says from which locations stock kept for B2B is taken first")
    public Uni<List<LocationView>> order(@RestQuery String store, OrderRequest wanted) {
        if (wanted == null || wanted.locations() == null || wanted.locations().isEmpty()) {
            throw ProblemException.badRequest("locations: expected the ids of locations");
        }
        List<Long> ids = wanted.locations();
        if (ids.size() > MOST_LOCATIONS || new HashSet<>(ids).size() != ids.size()) {
            throw ProblemException.unprocessable("locations: each at most once, and at most " + MOST_LOCATIONS);
        }
        ShopDomain shop = shop(store);
        List<ShopifyId> order =
                ids.stream().map(id -> Wanted.id("locations", id)).toList();
        return locations
                .of(shop)
                .invoke(all -> known(order, all))
                .chain(() -> choices.order(shop, order, person()))
                .chain(() -> list(shop.value()));
    }

    private static void known(List<ShopifyId> wanted, List<MappedLocation> all) {
        Set<ShopifyId> known = all.stream()
                .filter(location -> location.deletedAt().isEmpty())
                .map(MappedLocation::id)
                .collect(Collectors.toSet());
        wanted.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(unknown -> {
            throw ProblemException.unprocessable(
                    "locations: the store has no location " + unknown + "; GET /api/locations shows them");
        });
    }

    private static List<SourceShare> shares(SourcesRequest wanted) {
        if (wanted == null || wanted.sources() == null) {
            throw ProblemException.badRequest("sources: needed; an empty list takes the mapping away");
        }
        if (wanted.sources().size() > MOST_SOURCES) {
            throw ProblemException.unprocessable("sources: at most " + MOST_SOURCES);
        }
        return wanted.sources().stream()
                .map(source -> source == null
                        ? Wanted.source(null, null, null)
                        : Wanted.source(source.kind(), source.id(), source.share()))
                .toList();
    }

    private static List<MappedLocation.Source> named(List<SourceShare> shares, StockPlaces.Found found) {
        found.unusable().values().stream().findFirst().ifPresent(LocationResource::refuse);
        return shares.stream()
                .map(share -> new MappedLocation.Source(
                        share, found.usable().get(share.source()).name(), Optional.empty()))
                .toList();
    }

    private static void refuse(SyncFailure failure) {
        throw ProblemException.unprocessable("sources: " + failure.message());
    }

    private static LocationView done(Answer answer, long id) {
        if (answer instanceof Answer.Done done) {
            return view(done.location());
        }
        if (answer instanceof Answer.Refused refused) {
            throw ProblemException.unprocessable("sources: " + refused.reason() + ".");
        }
        throw ProblemException.notFound("The store has no location " + id
                + " that shopOMS knows; GET /api/locations shows them, the task 'locations' looks for new ones.");
    }

    private ShopDomain shop(String store) {
        return stores.of(store).shop();
    }

    private String person() {
        return caller.getPrincipal().getName();
    }

    private static ShopifyId location(long id) {
        return Wanted.id("id", id);
    }

    private static LocationView view(MappedLocation location) {
        return new LocationView(
                location.store().value(),
                location.id().value(),
                location.name(),
                location.active(),
                location.problem().isEmpty(),
                location.problem().orElse(null),
                StockViews.orNull(location.buffer()),
                location.deletedAt().orElse(null),
                location.sources().stream().map(LocationResource::view).toList());
    }

    private static SourceView view(MappedLocation.Source source) {
        StockSource place = source.share().source();
        return new SourceView(
                place.kind().name().toLowerCase(Locale.ROOT),
                place.id().value(),
                source.name(),
                source.share().share().stripTrailingZeros(),
                source.mappedBy().orElse(null),
                source.warning().orElse(null));
    }

    private static PlaceView view(StockPlace place) {
        return new PlaceView(
                place.source().kind().name().toLowerCase(Locale.ROOT),
                place.source().id().value(),
                place.name(),
                StockViews.odooNumber(place.warehouse()),
                place.isUsable());
    }
}

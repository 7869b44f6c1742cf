package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.catalog.CatalogError;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.inventory.LocationDesk;
import io.shopoms.sandbox.shopify.inventory.Locations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code locationActivate} and {@code locationDeactivate}. Pending orders are not moved: a location that has some stays. */
final class LocationMutations {

    private final Locations locations;
    private final LocationDesk desk;
    private final IdempotencyKeys keys;

    LocationMutations(Locations locations, LocationDesk desk, IdempotencyKeys keys) {
        this.locations = locations;
        this.desk = desk;
        this.keys = keys;
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        for (String name : List.of("LocationActivate", "LocationDeactivate")) {
            String errors = errorsOf(name);
            TypeFields.payload(name + "Payload", "location", errors).addTo(wiring);
            TypeFields.of(name + "UserError", CatalogError.class)
                    .field("field", CatalogError::field)
                    .field("message", CatalogError::message)
                    .field("code", CatalogError::code)
                    .addTo(wiring);
        }
    }

    private static String errorsOf(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "UserErrors";
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> fields() {
        return Map.of("locationActivate", this::activate, "locationDeactivate", this::deactivate);
    }

    private Object activate(DataFetchingEnvironment env) {
        return act(env, "locationActivateUserErrors", location -> {
            desk.activate(location);
            return Optional.empty();
        });
    }

    private Object deactivate(DataFetchingEnvironment env) {
        Object gid = env.getArgument("destinationLocationId");
        return act(env, "locationDeactivateUserErrors", location -> {
            Optional<CatalogError> problem = problem(location, gid);
            if (problem.isEmpty() && gid != null) {
                desk.deactivate(
                        location, locations.find(Gid.parse("Location", gid)).orElseThrow());
            } else if (problem.isEmpty()) {
                desk.deactivate(location);
            }
            return problem;
        });
    }

    private Optional<CatalogError> problem(Location location, Object destinationGid) {
        if (destinationGid != null) {
            Optional<Location> destination =
                    locations.find(Gid.parse("Location", destinationGid)).filter(Location::isActive);
            if (destination.isEmpty()) {
                return error(
                        "destinationLocationId",
                        "DESTINATION_LOCATION_NOT_FOUND_OR_INACTIVE",
                        "Destination location is not found or inactive.");
            } else if (destination.get() == location) {
                return error(
                        "destinationLocationId",
                        "DESTINATION_LOCATION_IS_THE_SAME_LOCATION",
                        "Destination location is the same as the location to be deactivated.");
            }
        }
        boolean lastOnline =
                locations.active().stream().noneMatch(other -> other != location && other.fulfillsOnlineOrders());
        if (lastOnline) {
            return error(
                    "locationId",
                    "CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT",
                    "At least one location must fulfill online orders.");
        }
        if (desk.hasOpenOrders(location)) {
            return error(
                    "locationId",
                    "HAS_FULFILLMENT_ORDERS_ERROR",
                    "Location could not be deactivated because it has pending orders.");
        }
        return destinationGid == null && desk.hasInventory(location)
                ? error(
                        "locationId",
                        "HAS_ACTIVE_INVENTORY_ERROR",
                        "Location could not be deactivated without specifying where to relocate inventory at the"
                                + " location.")
                : Optional.empty();
    }

    private static Optional<CatalogError> error(String field, String code, String message) {
        return Optional.of(new CatalogError(List.of(field), message, code));
    }

    private Object act(
            DataFetchingEnvironment env, String errorsField, Function<Location, Optional<CatalogError>> act) {
        return keys.once(
                env,
                env.getArguments(),
                problem -> payload(errorsField, null, new CatalogError(null, problem.message(), problem.name())),
                () -> {
                    Optional<Location> location = locations.find(Gid.parse("Location", env.getArgument("locationId")));
                    if (location.isEmpty()) {
                        return payload(
                                errorsField,
                                null,
                                new CatalogError(List.of("locationId"), "Location not found.", "LOCATION_NOT_FOUND"));
                    }
                    return act.apply(location.get())
                            .map(error -> payload(errorsField, location.get(), error))
                            .orElseGet(() -> payload(errorsField, location.get()));
                });
    }

    private static Object payload(String errorsField, Location location, CatalogError... errors) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("location", location);
        payload.put(errorsField, List.of(errors));
        return payload;
    }
}

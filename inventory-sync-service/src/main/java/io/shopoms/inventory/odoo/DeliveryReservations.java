package io.shopoms.inventory.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks how the deliveries of warehouses reserve their goods ({@code stock.picking.type}). The free quantity falls with an
 * order only where they do so when it is confirmed; otherwise what is sold stays free until somebody reserves it.
 */
@Singleton
public class DeliveryReservations {

    private static final String METHOD = "reservation_method";
    private static final String AT_CONFIRMATION = "at_confirm";
    private static final String REMEDY =
            "set its Reservation Method to \"At Confirmation\" (Inventory > Configuration > Operations Types)";

    private final OdooClients clients;
    private final StockPlaces places;

    DeliveryReservations(OdooClients clients, StockPlaces places) {
        this.clients = clients;
        this.places = places;
    }

    /**
     * What to be warned of, by source: that an order leaves its goods there free, and what to do about it. Sources that Odoo
     * does not have, or that lie in no warehouse, are left out. Failures as of {@link io.shopoms.sync.odoo.OdooClient}.
     */
    public Uni<Map<StockSource, String>> warnings(Store store, Collection<StockSource> sources) {
        return sources.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : places.find(store, sources).chain(found -> {
                    Map<StockSource, OdooId> warehouses = new HashMap<>();
                    found.usable()
                            .forEach((source, place) ->
                                    place.warehouse().ifPresent(warehouse -> warehouses.put(source, warehouse)));
                    return warehouses.isEmpty()
                            ? Uni.createFrom().item(Map.of())
                            : late(store, Set.copyOf(warehouses.values())).map(late -> warnings(warehouses, late));
                });
    }

    /** Operation types of deliveries that reserve later than at the confirmation, by their warehouse. */
    private Uni<Map<OdooId, String>> late(Store store, Set<OdooId> warehouses) {
        Domain deliveries = Domain.where(
                        "warehouse_id",
                        "in",
                        warehouses.stream().map(OdooId::value).sorted().toList())
                .and("code", "=", "outgoing");
        return clients.of(store)
                .searchRead("stock.picking.type", deliveries, List.of("name", "warehouse_id", METHOD), "id", 0)
                .map(types -> types.stream()
                        .filter(type -> !OdooValue.text(type, METHOD).equals(AT_CONFIRMATION))
                        .collect(Collectors.toMap(
                                type -> OdooValue.id(type, "warehouse_id").orElseThrow(),
                                DeliveryReservations::words,
                                (first, second) -> first + "; " + second)));
    }

    private static String words(JsonNode type) {
        String when = OdooValue.text(type, METHOD).equals("by_date")
                ? "only before the scheduled date"
                : "only when somebody does it by hand";
        return "Odoo's operation type \"" + OdooValue.text(type, "name") + "\" ("
                + type.path("id").asLong()
                + ") reserves goods " + when
                + ": until then what an order has sold counts as free and is offered again; "
                + REMEDY;
    }

    private static Map<StockSource, String> warnings(Map<StockSource, OdooId> warehouses, Map<OdooId, String> late) {
        return warehouses.entrySet().stream()
                .filter(of -> late.containsKey(of.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, of -> late.get(of.getValue())));
    }
}

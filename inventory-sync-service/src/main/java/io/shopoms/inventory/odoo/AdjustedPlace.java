package io.shopoms.inventory.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.model.OdooId;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Where an adjustment takes place.
 *
 * @param name for people
 * @param stock the {@code stock.location}: of a warehouse its main stock, where goods come in and go out
 * @param operation the warehouse's {@code stock.picking.type} for internal transfers
 * @param company whose it is
 */
record AdjustedPlace(String name, long stock, long operation, Optional<OdooId> company) {

    private static final List<Boolean> ARCHIVED_TOO = List.of(true, false);

    static Uni<AdjustedPlace> of(OdooClient odoo, StockPlace place) {
        return odoo.searchRead(
                        "stock.warehouse",
                        warehouse(place),
                        List.of("lot_stock_id", "int_type_id", "company_id"),
                        "id",
                        1)
                .map(found -> of(place, found.stream().findFirst().orElseThrow(() -> noWarehouse(place))));
    }

    /** A location outside of every warehouse borrows the operations of its company's first one. */
    private static Domain warehouse(StockPlace place) {
        return place.warehouse()
                .map(id -> Domain.where("id", "=", id.value()).and("active", "in", ARCHIVED_TOO))
                .or(() -> place.company().map(id -> Domain.where("company_id", "=", id.value())))
                .orElseGet(Domain::all);
    }

    private static AdjustedPlace of(StockPlace place, JsonNode warehouse) {
        long main = warehouse.path("lot_stock_id").asLong();
        return new AdjustedPlace(
                place.name(),
                switch (place.source().kind()) {
                    case WAREHOUSE -> main;
                    case LOCATION -> place.root().value();
                },
                warehouse.path("int_type_id").asLong(),
                place.company().or(() -> OdooValue.id(warehouse, "company_id")));
    }

    private static SyncFailureException noWarehouse(StockPlace place) {
        return new SyncFailureException(new MissingDependency(
                "Odoo has no warehouse whose operations could adjust " + place.name(),
                "Make a warehouse in Odoo for the company of that location, or count the product in Odoo by hand."));
    }

    /** The context in which the product is read: what belongs to the company is told as this company has it. */
    ObjectNode in(ObjectNode context) {
        company.ifPresent(id -> context.putArray("allowed_company_ids").add(id.value()));
        return context.put("location", stock).put("active_test", false);
    }
}

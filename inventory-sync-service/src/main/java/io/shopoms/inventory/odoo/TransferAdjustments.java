package io.shopoms.inventory.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Adjusts by a transfer to or from Odoo's location of losses: made once under its external id, validated as often as
 * needed, which Odoo carries out once. Every step may be repeated after a lost answer.
 */
@Singleton
class TransferAdjustments implements StockAdjustments {

    private static final String OTHERWISE =
            "Let Odoo's stock overwrite Shopify's: find the drift (GET /api/drifts?item=)"
                    + " and decide 'correct' (POST /api/drifts/{id}/decide).";

    private final OdooClients clients;
    private final StockPlaces places;
    private final StockDialects dialects;

    TransferAdjustments(OdooClients clients, StockPlaces places, StockDialects dialects) {
        this.clients = clients;
        this.places = places;
        this.dialects = dialects;
    }

    @Override
    public Uni<String> adjust(Store store, String mark, OdooId product, StockSource source, long delta) {
        if (delta == 0 || mark.isBlank()) {
            throw new IllegalArgumentException("an adjustment has a mark and changes something");
        }
        OdooClient odoo = clients.of(store);
        return places.find(store, List.of(source))
                .chain(found -> AdjustedPlace.of(odoo, usable(found, source)))
                .chain(place -> transfer(odoo, store, mark, product, place, delta)
                        .chain(transfer -> done(odoo, transfer))
                        .chain(name -> now(odoo, store, product, place, name)));
    }

    private static StockPlace usable(StockPlaces.Found found, StockSource source) {
        StockPlace place = found.usable().get(source);
        if (place == null) {
            throw new SyncFailureException(found.unusable().get(source));
        }
        return place;
    }

    /** The transfer of this mark. What is free is looked at only before it is made: it reserves its goods itself. */
    private Uni<Long> transfer(
            OdooClient odoo, Store store, String mark, OdooId product, AdjustedPlace place, long delta) {
        ExternalId id = AdjustmentTable.id(store.shop(), mark);
        return odoo.idsOf(AdjustmentTable.PICKING, List.of(id))
                .chain(known -> Optional.ofNullable(known.get(id))
                        .map(Uni.createFrom()::item)
                        .orElseGet(() -> made(odoo, store, mark, product, place, delta)));
    }

    private Uni<Long> made(OdooClient odoo, Store store, String mark, OdooId product, AdjustedPlace place, long delta) {
        return dialects.of(store)
                .chain(dialect -> AdjustedProduct.read(odoo, dialect, product, place)
                        .invoke(adjusted -> adjusted.check(place, delta))
                        .chain(adjusted -> odoo.createAbsent(AdjustmentTable.of(
                                dialect, store.shop(), mark, product, place, adjusted.loss(), delta))))
                .map(ids -> ids.get(0));
    }

    /** @return the transfer's name */
    private static Uni<String> done(OdooClient odoo, long transfer) {
        return state(odoo, transfer)
                .chain(before -> isDone(before)
                        ? Uni.createFrom().item(before)
                        : odoo.call(AdjustmentTable.PICKING, "button_validate", validation(transfer))
                                .chain(() -> state(odoo, transfer)))
                .map(after -> {
                    String name = OdooValue.text(after, "name");
                    if (!isDone(after)) {
                        throw refused(
                                "Odoo did not carry out the adjustment " + name,
                                "Open " + name + " in Odoo, do what it asks for and validate it there; then retry.");
                    }
                    return name;
                });
    }

    private static boolean isDone(JsonNode transfer) {
        String state = OdooValue.text(transfer, "state");
        if (state.equals("cancel")) {
            throw refused("the adjustment " + OdooValue.text(transfer, "name") + " was cancelled in Odoo", OTHERWISE);
        }
        return state.equals("done");
    }

    private static Uni<JsonNode> state(OdooClient odoo, long transfer) {
        return odoo.read(AdjustmentTable.PICKING, List.of(transfer), List.of("name", "state"))
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() ->
                                refused("the adjustment transfer " + transfer + " is no longer in Odoo", OTHERWISE)));
    }

    private static ObjectNode validation(long transfer) {
        ObjectNode arguments = JsonBodies.object();
        arguments.putArray("ids").add(transfer);
        arguments.putObject("context").put("skip_sms", true).put("skip_backorder", true);
        return arguments;
    }

    private Uni<String> now(OdooClient odoo, Store store, OdooId product, AdjustedPlace place, String transfer) {
        return dialects.of(store)
                .chain(dialect -> AdjustedProduct.read(odoo, dialect, product, place))
                .map(adjusted ->
                        adjusted.onHand().toPlainString() + " on hand in " + place.name() + " after " + transfer);
    }

    private static SyncFailureException refused(String message, String remedy) {
        return new SyncFailureException(new RejectedByTarget(message, remedy));
    }
}

package io.shopoms.fulfillment.cache;

import io.shopoms.fulfillment.odoo.OrderOrigin;
import io.shopoms.fulfillment.odoo.Shipment;
import io.shopoms.fulfillment.odoo.Shipment.Picking;
import io.shopoms.fulfillment.odoo.ShipmentJson;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sync.cache.CacheColumn;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One row holds all that Odoo shipped of a sale order, under the sale order's id: so one worker at a time looks at an
 * order, and several pickings of it cannot race.
 */
@Singleton
public class ShipmentKind implements CacheKind {

    public static final String NAME = "shipments";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String table() {
        return "odoo_shipment_cache";
    }

    @Override
    public List<CacheColumn> columns() {
        return List.of(
                CacheColumn.searchable("odoo_order_name"),
                CacheColumn.searchable("shopify_order_id"),
                CacheColumn.searchable("pickings"));
    }

    /** Shipments come from Odoo, never from a webhook. */
    @Override
    public boolean claims(WebhookTopic topic) {
        return false;
    }

    @Override
    public RecordKey key(RawRecord raw) {
        Shipment shipment = ShipmentJson.read(raw.text());
        OrderOrigin origin = OrderOrigin.parse(shipment.order().origin())
                .orElseThrow(() -> new SyncFailureException(new InvalidPayload(
                        "The origin of " + shipment.order().name() + " names no Shopify order",
                        "Put the origin of the sale order back to shopify:<shop domain>:<order id>.")));
        Instant writtenAt = shipment.pickings().stream()
                .map(Picking::writtenAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new RecordKey(
                shipment.order().id(),
                writtenAt,
                ShipmentJson.content(shipment),
                Map.of(
                        "odoo_order_name", shipment.order().name(),
                        "shopify_order_id", origin.order().toString(),
                        "pickings",
                                shipment.pickings().stream().map(Picking::name).collect(Collectors.joining(" "))));
    }
}

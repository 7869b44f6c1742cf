package io.shopoms.fulfillment.odoo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shopoms.fulfillment.odoo.Shipment.Picking;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;

/** The cached spelling of a {@link Shipment}. */
public final class ShipmentJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ShipmentJson() {}

    public static String write(Shipment shipment) {
        try {
            return JSON.writeValueAsString(shipment);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a shipment cannot be written", e);
        }
    }

    /**
     * What the shipment says, whenever it was written: Odoo changes a picking's date also for a remark that says nothing
     * to Shopify.
     */
    public static String content(Shipment shipment) {
        return write(new Shipment(
                shipment.order(),
                shipment.pickings().stream().map(ShipmentJson::undated).toList()));
    }

    /** @throws SyncFailureException invalid payload, if the text is no shipment */
    public static Shipment read(String text) {
        try {
            Shipment shipment = JSON.readValue(text, Shipment.class);
            if (shipment == null
                    || shipment.order() == null
                    || shipment.pickings().isEmpty()) {
                throw invalid(null);
            }
            return shipment;
        } catch (JsonProcessingException e) {
            throw invalid(e);
        }
    }

    private static Picking undated(Picking picking) {
        return new Picking(
                picking.id(),
                picking.name(),
                picking.doneAt(),
                null,
                picking.carrier(),
                picking.trackingRef(),
                picking.trackingUrl(),
                picking.moves());
    }

    private static SyncFailureException invalid(Throwable cause) {
        InvalidPayload failure = new InvalidPayload(
                "The cached shipment cannot be read",
                "Touch the delivery in Odoo, for instance its note: it is then read again.");
        return cause == null ? new SyncFailureException(failure) : new SyncFailureException(failure, cause);
    }
}

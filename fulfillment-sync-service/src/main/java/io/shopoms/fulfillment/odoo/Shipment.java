package io.shopoms.fulfillment.odoo;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Everything that Odoo has shipped of one sale order: the cached record, stored as JSON. Only done outgoing pickings are
 * in it, in the order of their ids; fields that Odoo left empty are null.
 */
@RegisterForReflection
public record Shipment(SaleOrder order, List<Picking> pickings) {

    public Shipment {
        pickings = List.copyOf(pickings);
    }

    /**
     * @param origin which Shopify order it stands for
     */
    @RegisterForReflection
    public record SaleOrder(long id, String name, String origin) {}

    /**
     * @param trackingRef what the shipper typed or the carrier answered: one number, or several with commas
     * @param trackingUrl a link, or for several parcels a JSON list of names and links
     */
    @RegisterForReflection
    public record Picking(
            long id,
            String name,
            Instant doneAt,
            Instant writtenAt,
            String carrier,
            String trackingRef,
            String trackingUrl,
            List<Move> moves) {

        public Picking {
            moves = List.copyOf(moves);
        }
    }

    /**
     * Shipped goods.
     *
     * @param line the sale order line that asked for them; null for goods that were added by hand
     * @param sku for people
     * @param quantity in the move's unit
     */
    @RegisterForReflection
    public record Move(long id, SaleLine line, long productId, String sku, BigDecimal quantity) {}

    /**
     * @param productId what was sold; differs from the moved product where a kit is shipped in parts
     * @param delivered complete units that Odoo counts as delivered so far, over all pickings
     */
    @RegisterForReflection
    public record SaleLine(long id, long productId, BigDecimal delivered) {}
}

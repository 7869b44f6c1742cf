package io.shopoms.fulfillment.cache;

import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderLinked;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which sale order, and which of its lines, stand for a Shopify order: what the newest {@code order.linked} said. */
public record OrderLink(
        ShopDomain store,
        ShopifyId shopifyOrder,
        String orderName,
        OdooId odooOrder,
        String odooOrderName,
        Map<OdooId, ShopifyId> lines,
        Instant linkedAt) {

    public OrderLink {
        lines = Map.copyOf(lines);
    }

    public static OrderLink of(OrderLinked event) {
        Map<OdooId, ShopifyId> lines = new HashMap<>();
        event.lines().forEach(line -> lines.put(line.odooLineId(), line.shopifyLineId()));
        return new OrderLink(
                event.shop(),
                event.shopifyOrderId(),
                event.orderName(),
                event.odooOrderId(),
                event.odooOrderName(),
                lines,
                event.linkedAt());
    }

    /** Whether shipments would be mapped in the same way by both. */
    public boolean mapsLike(OrderLink other) {
        return odooOrder.equals(other.odooOrder) && lines.equals(other.lines);
    }
}

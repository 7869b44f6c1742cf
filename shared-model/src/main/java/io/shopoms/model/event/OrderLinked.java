package io.shopoms.model.event;

import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.List;

/**
 * A Shopify order exists in Odoo, with these lines. Sent again whenever the lines change; the newest {@code linkedAt}
 * holds.
 *
 * @param shop the store
 * @param shopifyOrderId the order in Shopify
 * @param orderName the name that people use, such as {@code #1001}
 * @param odooOrderId the {@code sale.order}
 * @param odooOrderName Odoo's name, such as {@code S00042}
 * @param lines every sale order line that stands for a Shopify line item
 * @param linkedAt when the lines were read from Odoo
 */
public record OrderLinked(
        ShopDomain shop,
        ShopifyId shopifyOrderId,
        String orderName,
        OdooId odooOrderId,
        String odooOrderName,
        List<Line> lines,
        Instant linkedAt) {

    /** The routing key on {@code shopoms.events}. */
    public static final String ROUTING_KEY = "order.linked";

    public OrderLinked {
        lines = List.copyOf(lines);
    }

    /**
     * @param shopifyLineId the Shopify line item
     * @param odooLineId the {@code sale.order.line}
     */
    public record Line(ShopifyId shopifyLineId, OdooId odooLineId) {}
}

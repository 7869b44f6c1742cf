package io.shopoms.order.cache;

import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderLinked;
import io.shopoms.order.mapping.Applied;
import java.util.List;

/**
 * A Shopify order and the Odoo order that stands for it.
 *
 * @param odooOrderName such as {@code S00042}
 * @param lines which sale order line stands for which line item
 * @param applied what was last written of the fields that people also edit
 * @param stage where the order stood in Odoo when last seen
 * @param status where it stood by both systems' words, {@code docs/status.md}
 * @param moneyCheck what comparing the totals said, such as {@code equal}
 */
public record OrderLink(
        ShopDomain shop,
        ShopifyId orderId,
        String orderName,
        OdooId odooOrderId,
        String odooOrderName,
        List<OrderLinked.Line> lines,
        Applied applied,
        String stage,
        String status,
        String moneyCheck) {

    public OrderLink {
        lines = List.copyOf(lines);
    }
}

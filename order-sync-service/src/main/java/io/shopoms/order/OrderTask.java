package io.shopoms.order;

import io.shopoms.order.cache.OrderLink;
import io.shopoms.order.mapping.PaymentMethod;
import io.shopoms.order.shopify.ShopifyOrder;
import java.util.Optional;

/**
 * One order of a batch.
 *
 * @param order the newest version
 * @param method how it is paid; COD once it was COD
 * @param link its place in Odoo, if it has one
 * @param firstAttempt whether this version was not tried before
 * @param seenBefore whether an older version or an earlier try may have left something in Odoo
 */
record OrderTask(
        ShopifyOrder order,
        Optional<PaymentMethod> method,
        Optional<OrderLink> link,
        boolean firstAttempt,
        boolean seenBefore) {

    OrderTask linkedBy(OrderLink found) {
        return new OrderTask(order, method, Optional.of(found), firstAttempt, seenBefore);
    }

    long id() {
        return order.id().value();
    }

    boolean isCancelled() {
        return order.cancelledAt().isPresent();
    }
}

package io.shopoms.model.event;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.time.Instant;

/**
 * Odoo's stock accounts for a version of a Shopify order: its units are reserved or delivered there by a confirmed order, or
 * the order rightly takes none of them (cancelled, a test order). Not sent while the order waits, has failed, or is a mere
 * quotation in Odoo. It may be sent more than once.
 *
 * @param shop the store
 * @param shopifyOrderId the order in Shopify
 * @param version the version that holds in Odoo; earlier ones no longer matter
 * @param settledAt when Odoo was found to agree
 */
public record OrderSettled(ShopDomain shop, ShopifyId shopifyOrderId, OrderStored.Version version, Instant settledAt) {

    /** The routing key on {@code shopoms.events}. */
    public static final String ROUTING_KEY = "order.settled";
}

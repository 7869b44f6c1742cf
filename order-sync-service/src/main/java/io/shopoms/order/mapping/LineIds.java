package io.shopoms.order.mapping;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.odoo.ExternalId;

/**
 * The external ids of lines: each names its order too. Odoo moves a line whose external id another order loads, even out of
 * a confirmed one and without a word; with the order in the name, even two orders with one line number stay apart.
 */
public final class LineIds {

    private static final char SEPARATOR = '_';

    private LineIds() {}

    /** The line that stands for a part of the order: an item, a way of delivery, a duty. */
    static ExternalId of(ShopDomain shop, String kind, ShopifyOrder order, ShopifyId part) {
        return ExternalId.of(shop, kind, order.id().toString() + SEPARATOR + part);
    }

    /** The number of the part that a line stands for. */
    public static long part(ExternalId line) {
        return Long.parseLong(line.key().substring(line.key().lastIndexOf(SEPARATOR) + 1));
    }
}

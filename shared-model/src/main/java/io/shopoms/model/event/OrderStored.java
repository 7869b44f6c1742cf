package io.shopoms.model.event;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The order service holds a new version of a Shopify order, which Odoo may not know of yet. Sent for each version, also of
 * orders that will never be in Odoo; {@link OrderSettled} follows once nothing is left to be done for it. Says nothing of
 * the customer.
 *
 * @param shop the store
 * @param shopifyOrderId the order in Shopify
 * @param orderName the name that people use, such as {@code #1001}
 * @param orderedAt when it was placed
 * @param version which version of the order this is; of two events of an order the later version holds
 * @param lines the units that the order takes out of Shopify's stock, at most one for each variant and SKU; none for an
 *     order of services only, or of which all came back
 * @param storedAt when it was stored
 */
public record OrderStored(
        ShopDomain shop,
        ShopifyId shopifyOrderId,
        String orderName,
        Instant orderedAt,
        Version version,
        List<Line> lines,
        Instant storedAt) {

    /** The routing key on {@code shopoms.events}. */
    public static final String ROUTING_KEY = "order.stored";

    public OrderStored {
        lines = List.copyOf(lines);
    }

    /**
     * Names a version of an order. Shopify's dates have whole seconds and stay as they are for some changes, so that the
     * order service counts too.
     *
     * @param updatedAt Shopify's date of it
     * @param number counts what the order service stored of the order
     */
    public record Version(Instant updatedAt, long number) implements Comparable<Version> {

        private static final Comparator<Version> ORDER =
                Comparator.comparing(Version::updatedAt).thenComparingLong(Version::number);

        @Override
        public int compareTo(Version other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Units of one variant: ordered, without those that were taken off the order and put back on the shelf. Units that were
     * taken off and not put back count: they are gone from the stock.
     *
     * @param shopifyVariantId the variant; null if it was deleted, or if the line never had one
     * @param sku as in Shopify; empty for none, and then there is a variant
     * @param units 1 or more
     */
    public record Line(ShopifyId shopifyVariantId, String sku, long units) {}
}

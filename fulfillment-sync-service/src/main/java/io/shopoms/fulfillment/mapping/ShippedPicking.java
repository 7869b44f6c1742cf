package io.shopoms.fulfillment.mapping;

import io.shopoms.fulfillment.cache.FulfillmentLink;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.fulfillment.shopify.Tracking;
import java.util.List;

/**
 * A done picking in Shopify's words.
 *
 * @param name for people, {@code WH/OUT/00022}
 * @param quantities what it shipped of the order's Shopify lines
 */
public record ShippedPicking(long id, String name, Quantities quantities, Tracking tracking) {

    /** What no fulfillment was made or adopted for yet. */
    Quantities without(List<FulfillmentLink> links) {
        return quantities.minus(links.stream()
                .filter(link -> link.picking() == id)
                .map(FulfillmentLink::quantities)
                .reduce(Quantities.NONE, Quantities::plus));
    }

    boolean isLinked(List<FulfillmentLink> links) {
        return links.stream().anyMatch(link -> link.picking() == id);
    }
}

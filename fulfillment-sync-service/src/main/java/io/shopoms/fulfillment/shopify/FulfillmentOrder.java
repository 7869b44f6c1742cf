package io.shopoms.fulfillment.shopify;

import io.shopoms.model.ShopifyId;
import java.util.List;
import java.util.Optional;

/**
 * Shopify's demand to ship some lines of an order from one location.
 *
 * @param status as Shopify spells it
 * @param location where it is to be shipped from; absent when the location no longer exists
 * @param holds the reasons of its holds
 */
public record FulfillmentOrder(
        ShopifyId id, String status, Optional<ShopifyId> location, List<String> holds, List<Line> lines) {

    public FulfillmentOrder {
        holds = List.copyOf(holds);
        lines = List.copyOf(lines);
    }

    /** Whether Shopify lets goods of it be fulfilled now. */
    public boolean isOpen() {
        return status.equals("OPEN") || status.equals("IN_PROGRESS");
    }

    /** Whether it opens again without anybody's repair: a hold is released, a date comes. */
    public boolean opensLater() {
        return status.equals("ON_HOLD") || status.equals("SCHEDULED");
    }

    public Quantities remaining() {
        return lines.stream().map(Line::goods).reduce(Quantities.NONE, Quantities::plus);
    }

    /**
     * @param id the fulfillment order line
     * @param line the order's line item
     * @param remaining units not fulfilled yet
     */
    public record Line(ShopifyId id, ShopifyId line, int remaining) {

        Quantities goods() {
            return Quantities.of(line, Math.max(0, remaining));
        }
    }
}

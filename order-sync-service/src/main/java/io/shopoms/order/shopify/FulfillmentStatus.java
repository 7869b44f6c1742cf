package io.shopoms.order.shopify;

import java.util.Locale;
import java.util.Optional;

/** How much of an order Shopify holds for shipped. */
public enum FulfillmentStatus {
    UNFULFILLED,
    PARTIAL,
    FULFILLED,
    RESTOCKED;

    /** The many stages that GraphQL tells apart before a shipment ({@code ON_HOLD}, {@code SCHEDULED}, …) are unfulfilled. */
    static FulfillmentStatus of(Optional<String> text) {
        return switch (text.orElse("").toUpperCase(Locale.ROOT)) {
            case "FULFILLED" -> FULFILLED;
            case "PARTIAL", "PARTIALLY_FULFILLED" -> PARTIAL;
            case "RESTOCKED" -> RESTOCKED;
            default -> UNFULFILLED;
        };
    }

    /** In lower case, as Shopify's webhooks write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.shopoms.order.shopify;

import java.util.Locale;
import java.util.Optional;

/** What becomes of refunded goods. Webhooks write it in lower case, GraphQL in upper case. */
public enum RestockType {
    /** They stay with the customer, or are lost. */
    NO_RESTOCK,
    /** They never left: the units are no longer to be shipped. */
    CANCEL,
    /** They come back. */
    RETURN;

    /** {@code legacy_restock}, from before Shopify told the two apart, counts as a return. */
    static RestockType of(Optional<String> text) {
        return switch (text.orElse("").toUpperCase(Locale.ROOT)) {
            case "CANCEL" -> CANCEL;
            case "RETURN", "LEGACY_RESTOCK" -> RETURN;
            default -> NO_RESTOCK;
        };
    }
}

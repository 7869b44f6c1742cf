package io.shopoms.sandbox.shopify.webhook;

import java.util.Locale;

/** In which order held deliveries are let go. */
public enum ReleaseOrder {
    SENT,
    REVERSED,
    SHUFFLED;

    /** @throws IllegalArgumentException naming the orders that exist */
    public static ReleaseOrder parse(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("order must be sent, reversed or shuffled", e);
        }
    }
}

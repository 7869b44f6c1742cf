package io.shopoms.sandbox.shopify.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The states that units of an item are in at a location. What is on hand is the sum of those that lie there. */
public enum QuantityName {
    AVAILABLE(true),
    COMMITTED(true),
    RESERVED(true),
    DAMAGED(true),
    SAFETY_STOCK(true),
    QUALITY_CONTROL(true),
    INCOMING(false),
    ON_HAND(false);

    private final boolean onHand;

    QuantityName(boolean onHand) {
        this.onHand = onHand;
    }

    /** {@code safety_stock}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean countsAsOnHand() {
        return onHand;
    }

    /** Empty for a name that Shopify does not know. */
    public static Optional<QuantityName> of(String wireName) {
        return Stream.of(values())
                .filter(each -> each.wireName().equals(wireName))
                .findFirst();
    }
}

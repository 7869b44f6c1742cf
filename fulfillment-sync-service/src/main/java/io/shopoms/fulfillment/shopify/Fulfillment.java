package io.shopoms.fulfillment.shopify;

import io.shopoms.model.ShopifyId;
import java.util.Objects;
import java.util.Set;

/**
 * A shipment as Shopify shows it, whoever recorded it.
 *
 * @param name the name that people see, {@code #1001-F1}
 * @param status as Shopify spells it
 */
public record Fulfillment(ShopifyId id, String name, String status, Quantities quantities, Tracking tracking) {

    /** Goods of these are open again. */
    private static final Set<String> VOID = Set.of("CANCELLED", "ERROR", "FAILURE");

    public Fulfillment {
        Objects.requireNonNull(quantities, "quantities");
        Objects.requireNonNull(tracking, "tracking");
    }

    /** Whether its goods count as fulfilled. */
    public boolean counts() {
        return !VOID.contains(status);
    }
}

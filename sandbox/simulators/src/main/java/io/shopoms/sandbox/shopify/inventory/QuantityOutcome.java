package io.shopoms.sandbox.shopify.inventory;

import io.shopoms.sandbox.shopify.catalog.CatalogError;
import java.util.List;

/**
 * What became of a change of quantities: all of it was made, or none.
 *
 * @param adjustment null if it was refused, or everything was as wanted already
 */
public record QuantityOutcome(Adjustment adjustment, List<CatalogError> errors) {

    /** Refused as a whole. */
    public static QuantityOutcome refused(String message, String code) {
        return new QuantityOutcome(null, List.of(new CatalogError(null, message, code)));
    }

    public boolean isRefused() {
        return !errors.isEmpty();
    }
}

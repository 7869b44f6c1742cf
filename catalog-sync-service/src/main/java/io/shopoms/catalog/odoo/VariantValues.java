package io.shopoms.catalog.odoo;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * Fields of a variant that are to be written; what is absent stays as it is.
 *
 * @param sku empty text for none
 * @param barcode empty text for none
 * @param kilograms Odoo keeps two decimals, unless an administrator raised its precision
 * @param cost only for variants that are made: later costs belong to Odoo's valuation
 */
public record VariantValues(
        Optional<String> sku, Optional<String> barcode, Optional<BigDecimal> kilograms, Optional<BigDecimal> cost) {

    public static final VariantValues NONE =
            new VariantValues(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public VariantValues {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(cost, "cost");
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}

package io.shopoms.catalog.product;

import java.math.BigDecimal;

/** The units that Shopify knows; the international avoirdupois pound is 453.59237 g by definition. */
public enum WeightUnit {
    GRAMS("1"),
    KILOGRAMS("1000"),
    OUNCES("28.349523125"),
    POUNDS("453.59237");

    private final BigDecimal grams;

    WeightUnit(String grams) {
        this.grams = new BigDecimal(grams);
    }

    /** How many grams one has. */
    public BigDecimal grams() {
        return grams;
    }
}

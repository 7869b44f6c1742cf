package io.shopoms.sandbox.shopify.catalog;

import java.math.BigDecimal;

/** Units of weight, as GraphQL and as webhooks name them. */
public enum WeightUnit {
    GRAMS("g", "1"),
    KILOGRAMS("kg", "1000"),
    OUNCES("oz", "28.349523125"),
    POUNDS("lb", "453.59237");

    private final String wireName;
    private final BigDecimal grams;

    WeightUnit(String wireName, String grams) {
        this.wireName = wireName;
        this.grams = new BigDecimal(grams);
    }

    public String wireName() {
        return wireName;
    }

    BigDecimal grams() {
        return grams;
    }
}

package io.shopoms.sandbox.shopify.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What one piece weighs. */
public record Weight(BigDecimal value, WeightUnit unit) {

    public static final Weight NONE = new Weight(BigDecimal.ZERO, WeightUnit.KILOGRAMS);

    /** Rounded to whole grams. */
    public int grams() {
        return value.multiply(unit.grams()).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}

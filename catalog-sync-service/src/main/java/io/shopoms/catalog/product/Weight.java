package io.shopoms.catalog.product;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A weight, kept in grams to the milligram, so that the same weight in two units is equal.
 *
 * @param grams not negative
 */
public record Weight(BigDecimal grams) {

    private static final int MILLIGRAMS = 3;

    /** @throws IllegalArgumentException if it is negative */
    public Weight {
        if (grams.signum() < 0) {
            throw new IllegalArgumentException("a weight is negative: " + grams.toPlainString() + " g");
        }
        BigDecimal rounded = grams.setScale(MILLIGRAMS, RoundingMode.HALF_UP).stripTrailingZeros();
        grams = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    public static Weight of(BigDecimal value, WeightUnit unit) {
        return new Weight(value.multiply(unit.grams()));
    }

    /** In another unit, to six decimals. */
    public BigDecimal in(WeightUnit unit) {
        BigDecimal value = grams.divide(unit.grams(), 6, RoundingMode.HALF_UP).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}

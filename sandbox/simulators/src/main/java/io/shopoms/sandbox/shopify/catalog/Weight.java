package io.shopoms.sandbox.shopify.catalog;

import java.math.BigDecimal;

/** What one piece weighs. */
public record Weight(BigDecimal value, WeightUnit unit) {

    static final Weight NONE = new Weight(BigDecimal.ZERO, WeightUnit.KILOGRAMS);
}

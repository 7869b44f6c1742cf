package io.shopoms.sandbox.odoo.tax;

import java.util.Arrays;

/** The company's {@code tax_calculation_rounding_method}. */
public enum RoundingMethod {
    /** Each tax of each line is rounded; the order is the sum of its lines. */
    ROUND_PER_LINE,
    /** Taxes are added up unrounded over the order, and rounded per tax. */
    ROUND_GLOBALLY;

    public String odooName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the two methods */
    public static RoundingMethod parse(String text) {
        return Arrays.stream(values())
                .filter(method -> method.odooName().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rounding must be round_per_line or round_globally"));
    }
}

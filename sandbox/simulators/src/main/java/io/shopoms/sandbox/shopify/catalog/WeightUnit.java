package io.shopoms.sandbox.shopify.catalog;

/** Units of weight. */
public enum WeightUnit {
    GRAMS,
    KILOGRAMS,
    OUNCES,
    POUNDS
}

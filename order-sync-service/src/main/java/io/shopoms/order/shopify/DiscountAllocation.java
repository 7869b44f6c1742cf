package io.shopoms.order.shopify;

/**
 * The part of a discount that falls on one line.
 *
 * @param label the code, or the title of an automatic or manual discount
 * @param amount positive, for the line's original quantity
 */
public record DiscountAllocation(String label, Money amount) {}

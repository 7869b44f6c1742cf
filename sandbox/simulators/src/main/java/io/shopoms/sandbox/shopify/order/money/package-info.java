/**
 * Shopify's arithmetic, pure: receives prices, discounts and rates from an order, hands back amounts whose sums agree to
 * the minor unit; refuses rules that make no sense with {@link java.lang.IllegalArgumentException}.
 */
package io.shopoms.sandbox.shopify.order.money;

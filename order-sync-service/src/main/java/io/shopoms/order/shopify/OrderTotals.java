package io.shopoms.order.shopify;

/**
 * Shopify's own sums, in the shop's currency.
 *
 * @param total what the order is worth now, after edits, refunds and removals
 * @param tax the tax in {@code total}
 * @param shipping net shipping in {@code total}, in the prices that the order was made in (with tax where prices include it)
 * @param originalTotal what it was worth when it was placed
 * @param originalTax the tax in {@code originalTotal}
 * @param tip tips received
 */
public record OrderTotals(Money total, Money tax, Money shipping, Money originalTotal, Money originalTax, Money tip) {}

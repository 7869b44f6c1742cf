package io.shopoms.order.shopify;

/**
 * Shopify's own sums, in the currency that the order is read in.
 *
 * @param total what the order is worth now, after edits, refunds and removals
 * @param subtotal the goods in {@code total}, after discounts, in the prices that the order was made in
 * @param discounts the discounts on what is left
 * @param tax the tax in {@code total}
 * @param shipping net shipping in {@code total}, in the prices that the order was made in (with tax where prices include it)
 * @param duties import duties in {@code total}
 * @param fees additional fees in {@code total}
 * @param cashRounding what rounding a payment in cash added (positive) or took off; not part of {@code total}
 * @param originalTotal what it was worth when it was placed
 * @param originalTax the tax in {@code originalTotal}
 * @param tip tips received
 * @param outstanding what is still to be paid; negative when more came in than is owed
 */
public record OrderTotals(
        Money total,
        Money subtotal,
        Money discounts,
        Money tax,
        Money shipping,
        Money duties,
        Money fees,
        Money cashRounding,
        Money originalTotal,
        Money originalTax,
        Money tip,
        Money outstanding) {}

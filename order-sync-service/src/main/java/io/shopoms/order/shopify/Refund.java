package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Money that goes back, goods that are taken off the order, or both. A removal by an order edit is a refund without money.
 *
 * @param createdAt when it was made
 * @param note the merchant's reason
 * @param lines goods
 * @param shipping shipping paid back
 * @param adjustments what the sum that was paid back has more or less than its parts
 * @param duties duties paid back, without their tax
 * @param transactions how it was paid back; empty while nothing was
 */
public record Refund(
        ShopifyId id,
        Instant createdAt,
        Optional<String> note,
        List<Line> lines,
        List<Shipping> shipping,
        List<Adjustment> adjustments,
        Money duties,
        List<Transaction> transactions) {

    public Refund {
        lines = List.copyOf(lines);
        shipping = List.copyOf(shipping);
        adjustments = List.copyOf(adjustments);
        transactions = List.copyOf(transactions);
    }

    /**
     * Units of one order line.
     *
     * @param id the refund line's own number; absent where GraphQL gives none
     * @param lineId the order line
     * @param quantity units
     * @param subtotal what they cost after discounts, in the prices that the order was made in
     * @param tax the tax on, or in, {@code subtotal}
     */
    public record Line(
            Optional<ShopifyId> id,
            ShopifyId lineId,
            int quantity,
            RestockType restock,
            Optional<ShopifyId> locationId,
            Money subtotal,
            Money tax) {}

    /**
     * Shipping paid back.
     *
     * @param shippingLineId the shipping line, where Shopify says which
     * @param subtotal the amount, in the prices that the order was made in
     * @param tax the tax on, or in, {@code subtotal}
     */
    public record Shipping(Optional<ShopifyId> shippingLineId, Money subtotal, Money tax) {}

    /**
     * A difference between what was paid back and what its parts sum up to.
     *
     * @param reason Shopify's word, {@code refund_discrepancy}, …
     * @param amount as Shopify signs it: negative for money that went back beyond the parts, positive for money kept
     * @param tax in addition to {@code amount}, signed alike
     */
    public record Adjustment(String reason, Money amount, Money tax) {}

    /** What was really paid back, in {@code currency}. */
    public Money paidBack(String currency) {
        return sum(
                currency, transactions.stream().filter(Transaction::isPaidBack).map(Transaction::amount));
    }

    /** All adjustments with their tax, in {@code currency}, signed as Shopify signs them. */
    public Money adjusted(String currency) {
        return sum(
                currency,
                adjustments.stream().map(adjustment -> adjustment.amount().plus(adjustment.tax())));
    }

    private static Money sum(String currency, Stream<Money> amounts) {
        return amounts.reduce(Money.zero(currency), Money::plus);
    }
}

package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;
import java.util.List;

/**
 * A discount as the buyer got it.
 *
 * @param kind code, manual, automatic or script
 * @param label the code or the title
 * @param amount a fixed amount off, in the shop's currency; null for a percentage
 * @param percentage percent off (15 is fifteen percent); null for a fixed amount
 * @param shipping whether it lowers shipping instead of the lines
 * @param skus the SKUs, or codes of shipping lines, that it is limited to; empty for all
 * @param each whether it lowers every line by itself (a fixed amount: every unit) instead of all of them together
 */
public record DiscountRule(
        Kind kind,
        String label,
        BigDecimal amount,
        BigDecimal percentage,
        boolean shipping,
        List<String> skus,
        boolean each) {

    /** Where a discount comes from; decides its GraphQL type. */
    public enum Kind {
        CODE,
        MANUAL,
        AUTOMATIC,
        SCRIPT
    }

    public DiscountRule {
        kind = kind == null ? Kind.CODE : kind;
        label = label == null || label.isBlank() ? "WELCOME" : label;
        skus = skus == null ? List.of() : List.copyOf(skus);
        if ((amount == null) == (percentage == null)) {
            throw new IllegalArgumentException("a discount has either an amount or a percentage");
        }
        BigDecimal value = amount == null ? percentage : amount;
        if (value.signum() < 0 || (percentage != null && percentage.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw new IllegalArgumentException("a discount lies between 0 and the whole price");
        }
    }

    /** A discount of all lines together. */
    public DiscountRule(
            Kind kind, String label, BigDecimal amount, BigDecimal percentage, boolean shipping, List<String> skus) {
        this(kind, label, amount, percentage, shipping, skus, false);
    }

    boolean covers(String sku) {
        return skus.isEmpty() || skus.contains(sku);
    }

    /** The same rule for another currency. */
    public DiscountRule inCurrency(BigDecimal exchangeRate) {
        return amount == null
                ? this
                : new DiscountRule(kind, label, amount.multiply(exchangeRate), null, shipping, skus, each);
    }
}

package io.shopoms.order.shopify;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in a currency. Equal amounts are equal records, however they were spelled: {@code 13.5}, {@code 13.50} and
 * {@code 13.500} are one value, kept with the currency's usual number of decimals, or with more where the value has more.
 *
 * @param amount the value
 * @param currency its ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {

    private static final int USUAL_DIGITS = 2;

    public Money {
        Objects.requireNonNull(currency, "currency");
        amount = canonical(amount, digits(currency));
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException if the currencies differ: a sum of both would be no amount */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    public Money minus(Money other) {
        return plus(new Money(other.amount.negate(), other.currency));
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** Decimals of the currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD; 2 for a code that Java does not know. */
    public static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return USUAL_DIGITS;
        }
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private static BigDecimal canonical(BigDecimal amount, int digits) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < digits ? stripped.setScale(digits) : stripped;
    }
}

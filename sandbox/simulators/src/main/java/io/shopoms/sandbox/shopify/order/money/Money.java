package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount in one currency, at the number of decimals that the currency has. */
public record Money(BigDecimal amount, Currency currency) {

    public Money {
        amount = round(amount, currency);
    }

    /** Half up to the currency's minor unit: two decimals for USD, none for JPY. */
    public static BigDecimal round(BigDecimal amount, Currency currency) {
        return amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
    }

    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    /** As in webhooks: {@code 13.50}, {@code 1200} for yen. */
    public String text() {
        return amount.toPlainString();
    }
}

package io.shopoms.order.mapping;

import io.shopoms.order.shopify.Money;
import java.math.BigDecimal;

/**
 * The most that one rounding line may carry. Rounding leaves minor units, so the limit is a number of them: 0.05 in a
 * currency of two decimals is 5 yen, and 0.005 dinar.
 */
public final class RoundingLimit {

    /** The decimals of the currencies that the setting is written for. */
    private static final int USUAL_DIGITS = 2;

    private RoundingLimit() {}

    /** @param setting {@code shopoms.orders.rounding-limit}, for currencies of two decimals */
    public static BigDecimal in(String currency, BigDecimal setting) {
        return setting.movePointRight(USUAL_DIGITS - Money.digits(currency));
    }
}
